package io.cloudshop.orders.cart;

import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.orders.caller.Caller;
import io.cloudshop.orders.catalogue.Catalogue;
import io.cloudshop.orders.problem.OrdersProblems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's cart. */
@Path("/api/v1/cart")
@Tag(name = "Cart")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "admin"})
@RunOnVirtualThread
public class CartResource {

    private static final String NAMES = "Language of the names, as browsers send it";

    private final Carts carts;
    private final Catalogue catalogue;
    private final Caller caller;
    private final ShopCurrency currency;

    CartResource(
            Carts carts,
            Catalogue catalogue,
            Caller caller,
            @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.carts = carts;
        this.catalogue = catalogue;
        this.caller = caller;
        this.currency = currency;
    }

    /** How many of a product are wanted. */
    @Schema(name = "CartQuantity", requiredProperties = "quantity")
    public record Quantity(@NotNull @Min(1) @Max(99) Integer quantity) {}

    @GET
    @Operation(operationId = "getCart", summary = "My cart, with current names, prices and stock")
    public CartView get(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(description = NAMES) String languages) {
        return view(languages);
    }

    @PUT
    @Path("/items/{productId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putCartItem", summary = "Want so many of a product")
    @APIResponse(
            responseCode = "200",
            description = "The cart with it",
            content = @Content(schema = @Schema(implementation = CartView.class)))
    @APIResponse(responseCode = "404", description = "unknown-product")
    @APIResponse(responseCode = "422", description = "invalid; cart-full: 100 products are in it already")
    public CartView put(
            @RestPath UUID productId,
            @Valid @NotNull Quantity wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(description = NAMES) String languages) {
        // What is in already may be changed even when it is not sold any more, so that a cart can always be repaired.
        if (!carts.read(caller.userId()).holds(productId)) {
            requireSold(productId);
        }
        if (!carts.put(caller.userId(), productId, wanted.quantity())) {
            throw new DomainException(
                    OrdersProblems.CART_FULL,
                    "A cart holds at most " + Carts.MOST_LINES + " products; take one out first.");
        }
        return view(languages);
    }

    @DELETE
    @Path("/items/{productId}")
    @Operation(operationId = "deleteCartItem", summary = "Take a product out")
    public CartView deleteItem(
            @RestPath UUID productId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(description = NAMES) String languages) {
        carts.remove(caller.userId(), productId);
        return view(languages);
    }

    @DELETE
    @Operation(operationId = "clearCart", summary = "Empty the cart")
    public void clear() {
        carts.clear(caller.userId());
    }

    private void requireSold(UUID productId) {
        if (catalogue.products(List.of(productId), null).isEmpty()) {
            throw new DomainException(
                    OrdersProblems.UNKNOWN_PRODUCT, "There is no product of that id, or it is not sold any more.");
        }
    }

    private CartView view(String languages) {
        Cart cart = carts.read(caller.userId());
        return CartView.of(cart, catalogue.products(cart.productIds(), languages), currency.zero());
    }
}
