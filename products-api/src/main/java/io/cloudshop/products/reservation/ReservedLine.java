package io.cloudshop.products.reservation;

import io.cloudshop.defaults.money.Money;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units of one product in a reservation. The price is the one that the order pays, whatever happens to the product. */
@Schema(
        name = "ReservedLine",
        requiredProperties = {"productId", "sku", "name", "quantity", "unitPrice"})
record ReservedLine(UUID productId, String sku, String name, int quantity, Money unitPrice) {}
