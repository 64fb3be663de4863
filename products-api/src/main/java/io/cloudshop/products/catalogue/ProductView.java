package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as clients see it. {@code stock} is what can be sold now; {@code version} counts edits, not sales. */
@Schema(
        name = "Product",
        requiredProperties = {
            "id",
            "sku",
            "name",
            "description",
            "category",
            "price",
            "stock",
            "version",
            "createdAt",
            "updatedAt"
        })
public record ProductView(
        @Schema(description = "UUID version 7") UUID id,

        @Schema(example = "LMP-1042") String sku,

        @Schema(example = "Skog Dome Pendant, Sage") String name,
        String description,

        @Schema(example = "Lighting") String category,
        Money price,

        @Schema(description = "Units that can be sold now: on hand less held", minimum = "0")
        long stock,

        @Schema(
                description = "A path on the shop's own host or an https URL; absent where there is no picture",
                example = "/catalogue/lmp-1042.svg")
        String imageUrl,

        @Schema(description = "Counts edits of the product; sales and stock adjustments leave it alone")
        int version,

        Instant createdAt,

        @Schema(description = "When the product was last edited")
        Instant updatedAt,

        @Schema(
                description = "The category in the language of the answer; filters go by category",
                example = "Lighting")
        String categoryLabel) {

    /** In the catalogue's own language. */
    public ProductView(
            UUID id,
            String sku,
            String name,
            String description,
            String category,
            Money price,
            long stock,
            String imageUrl,
            int version,
            Instant createdAt,
            Instant updatedAt) {
        this(id, sku, name, description, category, price, stock, imageUrl, version, createdAt, updatedAt, category);
    }

    /** The same in other words. */
    ProductView said(String otherName, String otherDescription, String otherLabel) {
        return new ProductView(
                id,
                sku,
                otherName,
                otherDescription,
                category,
                price,
                stock,
                imageUrl,
                version,
                createdAt,
                updatedAt,
                otherLabel);
    }
}
