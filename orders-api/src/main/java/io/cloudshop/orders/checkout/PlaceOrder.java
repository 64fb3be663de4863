package io.cloudshop.orders.checkout;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.orders.order.ShippingAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A checkout: what, where to, and how it is paid. */
@Schema(requiredProperties = {"shippingAddress", "payment"})
public record PlaceOrder(
        @Size(max = 100) @Schema(description = "Defaults to the cart, which is emptied on success")
        List<@NotNull @Valid Line> lines,

        @Valid @NotNull ShippingAddress shippingAddress,
        @Valid @NotNull Payment payment,

        @Schema(description = "The total that the customer was shown; another one is refused before any money moves")
        Money expectedTotal,

        @Size(max = 100)
        @Schema(description = "The version of the cart that the customer was shown; of no meaning with lines")
        String cartVersion) {

    /** So many of one product; prices are never the client's to say. */
    @Schema(
            name = "PlaceOrderLine",
            requiredProperties = {"productId", "quantity"})
    public record Line(
            @NotNull UUID productId,
            @NotNull @Min(1) @Max(99) Integer quantity) {}

    /** How it is paid. */
    @Schema(
            name = "PlaceOrderPayment",
            requiredProperties = {"method", "token"})
    public record Payment(
            @NotNull @Pattern(regexp = "card", message = "must be \"card\"") @Schema(example = "card")
            String method,

            @NotNull
            @Pattern(regexp = "[A-Za-z0-9_-]{1,100}", message = "must be a token of the payment provider")
            @Schema(example = "tok_visa")
            String token) {

        /** Who has the token can charge the card. */
        @Override
        public String toString() {
            return "Payment[method=" + method + "]";
        }
    }
}
