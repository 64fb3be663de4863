package io.cloudshop.orders.cart;

import com.fasterxml.jackson.annotation.JsonValue;
import io.cloudshop.defaults.money.Money;
import io.cloudshop.orders.catalogue.CatalogueProduct;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cart with names, prices and stock as they are now; the total counts what can be bought. */
@Schema(
        name = "Cart",
        requiredProperties = {"items", "total", "version"})
public record CartView(
        List<Item> items,
        Money total,

        @Schema(
                description =
                        "Another one after every change; say it with the order, which is then of exactly this cart")
        String version) {

    /** One product of it. A product that is gone has neither name nor price. */
    @Schema(
            name = "CartItem",
            requiredProperties = {"productId", "quantity", "available"})
    public record Item(
            UUID productId,
            String sku,
            String name,
            String imageUrl,
            int quantity,
            Money unitPrice,
            Money lineTotal,

            @Schema(description = "How many can be bought now")
            int available,

            @Schema(description = "Only when the line cannot be bought as it is")
            Trouble problem) {}

    /** Why a line cannot be bought as it is. */
    public enum Trouble {
        /** The product does not exist any more. */
        GONE,
        /** Fewer are left than are wanted. */
        SHORT;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CartView of(Cart cart, Map<UUID, CatalogueProduct> products, Money nothing) {
        List<Item> items = cart.lines().stream()
                .map(line -> item(line.productId(), line.quantity(), products.get(line.productId())))
                .toList();
        Money total = items.stream()
                .map(Item::lineTotal)
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElse(nothing);
        return new CartView(items, total, cart.version());
    }

    private static Item item(UUID id, int quantity, CatalogueProduct product) {
        if (product == null) {
            return new Item(id, null, null, null, quantity, null, null, 0, Trouble.GONE);
        }
        return new Item(
                id,
                product.sku(),
                product.name(),
                product.imageUrl(),
                quantity,
                product.price(),
                product.price().times(quantity),
                product.stock(),
                product.stock() < quantity ? Trouble.SHORT : null);
    }
}
