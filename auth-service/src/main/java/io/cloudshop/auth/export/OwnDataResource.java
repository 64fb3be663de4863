package io.cloudshop.auth.export;

import io.cloudshop.auth.account.Accounts;
import io.cloudshop.auth.address.AddressBook;
import io.cloudshop.auth.refresh.RefreshTokens;
import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Hands the caller what is kept about them (GDPR, articles 15 and 20); their orders are to be had from orders-api. */
@Path("/api/v1/auth/me/export")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@RolesAllowed({Roles.CUSTOMER, Roles.ADMIN})
@Tag(name = "Account")
public class OwnDataResource {

    private final Accounts accounts;
    private final AddressBook addresses;
    private final RefreshTokens sessions;
    private final JsonWebToken caller;

    OwnDataResource(Accounts accounts, AddressBook addresses, RefreshTokens sessions, JsonWebToken caller) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "exportOwnData",
            summary = "What is kept about the caller: profile, addresses and sessions")
    public OwnData export() {
        UUID caller = UUID.fromString(this.caller.getSubject());
        return new OwnData(accounts.profile(caller), addresses.of(caller), sessions.of(caller));
    }
}
