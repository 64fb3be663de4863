package io.cloudshop.frontend.seo;

import io.vertx.core.json.JsonObject;

/**
 * What search engines are told of a product.
 *
 * @param price as the catalogue writes it, such as 49.90
 * @param currency ISO 4217
 * @param imageUrl a path on the shop's host, an https address, or null
 */
record Product(
        String id,
        String sku,
        String name,
        String description,
        String category,
        String price,
        String currency,
        boolean isInStock,
        String imageUrl) {

    static Product read(JsonObject product) {
        JsonObject price = product.getJsonObject("price");
        return new Product(
                product.getString("id"),
                product.getString("sku"),
                product.getString("name"),
                product.getString("description", ""),
                product.getString("category"),
                price.getString("amount"),
                price.getString("currency"),
                product.getLong("stock") > 0,
                product.getString("imageUrl"));
    }
}
