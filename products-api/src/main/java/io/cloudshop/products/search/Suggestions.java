package io.cloudshop.products.search;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.products.catalogue.ProductView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a search box shows while the customer types. */
@Schema(requiredProperties = {"suggestions", "products"})
record Suggestions(
        @Schema(
                description = "What the customer may be about to type, the likeliest first",
                maxItems = MOST_WORDS,
                example = "[\"desk lamp\", \"desk chair\"]")
        List<String> suggestions,

        @Schema(description = "Products to go to at once, those in stock first", maxItems = MOST_PRODUCTS)
        List<SuggestedProduct> products) {

    static final int MOST_WORDS = 10;
    static final int MOST_PRODUCTS = 5;

    /** As much of a product as fits under a search box. */
    @Schema(
            name = "SuggestedProduct",
            requiredProperties = {"id", "name", "price"})
    record SuggestedProduct(
            UUID id,

            @Schema(example = "Crane Articulated Desk Lamp") String name,
            Money price,

            @Schema(description = "Absent where there is no picture", example = "/catalogue/lmp-1088.svg")
            String imageUrl) {

        static SuggestedProduct of(ProductView product) {
            return new SuggestedProduct(product.id(), product.name(), product.price(), product.imageUrl());
        }
    }
}
