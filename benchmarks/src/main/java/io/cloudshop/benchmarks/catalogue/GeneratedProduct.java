package io.cloudshop.benchmarks.catalogue;

/**
 * A product as a shop might have it; all text is plain ASCII without quotes, so that it needs no escaping.
 *
 * @param price decimal, euros
 * @param stock units on the shelf
 */
record GeneratedProduct(String sku, String name, String description, String category, String price, int stock) {

    /** A line of an import, with its line break. */
    String json() {
        return "{\"sku\":\"" + sku + "\",\"name\":\"" + name + "\",\"description\":\"" + description
                + "\",\"category\":\"" + category + "\",\"price\":{\"amount\":\"" + price
                + "\",\"currency\":\"EUR\"},\"stock\":" + stock + ",\"imageUrl\":\"/catalogue/lmp-1042.svg\"}\n";
    }
}
