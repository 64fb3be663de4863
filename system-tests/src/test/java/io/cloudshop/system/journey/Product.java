package io.cloudshop.system.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What a test wants to know of a product. */
record Product(String id, String name, String category, BigDecimal price, int stock, String imageUrl) {

    static Product of(JsonNode product) {
        return new Product(
                product.at("/id").asText(),
                product.at("/name").asText(),
                product.at("/category").asText(),
                new BigDecimal(product.at("/price/amount").asText()),
                product.at("/stock").asInt(),
                product.at("/imageUrl").asText());
    }

    /** A product of which there is plenty. */
    static Product inStockAt(LocalShop shop) {
        return shop.guest()
                .get("/api/v1/products?inStock=true&size=100")
                .items("/items")
                .map(Product::of)
                .filter(product -> product.stock() >= 10)
                .findFirst()
                .orElseThrow();
    }

    /** The same product as it is now. */
    Product now(LocalShop shop) {
        return of(shop.guest().get("/api/v1/products/" + id).json());
    }
}
