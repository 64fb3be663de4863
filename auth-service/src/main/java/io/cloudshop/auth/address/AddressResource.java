package io.cloudshop.auth.address;

import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's address book. */
@Path(AddressResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@RolesAllowed({Roles.CUSTOMER, Roles.ADMIN})
@Tag(name = "Address book")
public class AddressResource {

    static final String PATH = "/api/v1/auth/me/addresses";

    private final AddressBook book;
    private final JsonWebToken caller;

    AddressResource(AddressBook book, JsonWebToken caller) {
        this.book = book;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "listAddresses", summary = "The own addresses, all of them, the oldest first")
    public AddressList list() {
        return new AddressList(book.of(callerId()));
    }

    @GET
    @Path("/{id}")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "getAddress", summary = "One of the own addresses")
    public SavedAddress get(@RestPath UUID id) {
        return book.require(callerId(), id);
    }

    @POST
    @Operation(operationId = "addAddress", summary = "Save an address; the first one is the default")
    @APIResponseSchema(
            value = SavedAddress.class,
            responseCode = "201",
            responseDescription = "The address; Location is where it is")
    @APIResponse(responseCode = "422", description = "address-book-full: there are 20 already; invalid: see violations")
    public RestResponse<SavedAddress> add(@Valid @NotNull TypedAddress typed) {
        SavedAddress saved = book.add(callerId(), typed);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, saved)
                .location(URI.create(PATH + "/" + saved.id()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "replaceAddress", summary = "Change an address, or make it the default")
    public SavedAddress replace(@RestPath UUID id, @Valid @NotNull TypedAddress typed) {
        return book.replace(callerId(), id, typed);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removeAddress",
            summary = "Remove an address; idempotent",
            description = "Where it was the default, the oldest of the others is from now on.")
    @APIResponse(responseCode = "204", description = "There is no such address in the book")
    public void remove(@RestPath UUID id) {
        book.remove(callerId(), id);
    }

    private UUID callerId() {
        return UUID.fromString(caller.getSubject());
    }
}
