package io.cloudshop.system.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.Predicate;

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
        return inStockAt(shop, any -> true);
    }

    private static Product inStockAt(LocalShop shop, Predicate<Product> wanted) {
        return shop.guest()
                .get("/api/v1/products?inStock=true&size=100")
                .items("/items")
                .map(Product::of)
                .filter(product -> product.stock() >= 10)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** Another one of which there is plenty. */
    static Product otherInStockAt(LocalShop shop, Product product) {
        return inStockAt(shop, other -> !other.id().equals(product.id()));
    }

    /** One of those that the home page shows as new, of which there is plenty. */
    static Product newAt(LocalShop shop) {
        return shop.guest()
                .get("/api/v1/products?sort=newest&size=8")
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
