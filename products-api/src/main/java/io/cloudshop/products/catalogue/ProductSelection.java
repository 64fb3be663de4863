package io.cloudshop.products.catalogue;

import io.cloudshop.products.translation.ContentLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The statements of one list: its page, its number of products, and what the planner thinks that number is. */
final class ProductSelection {

    /** Up to this number lists are counted; beyond it they are estimated. */
    static final int COUNTED = 10_000;

    private static final String COLUMNS =
            "id, sku, name, description, category, price, currency, available, image_url, version, created_at, updated_at";

    private final List<String> conditions = new ArrayList<>(List.of("deleted_at IS NULL"));
    private final Map<String, Object> values = new HashMap<>();

    private final ContentLanguage language;

    /** @param language whose names it is sorted by */
    ProductSelection(ProductFilter filter, ContentLanguage language) {
        this.language = language;
        if (filter.subcategories().isEmpty()) {
            restrict(
                    "category = (SELECT category.name FROM category WHERE key = category_key(:category))",
                    "category",
                    filter.category());
        } else {
            restrict(
                    "category = ANY (:categories)",
                    "categories",
                    filter.categories().toArray(String[]::new));
        }
        restrict("price >= :minPrice", "minPrice", filter.minPrice());
        restrict("price <= :maxPrice", "maxPrice", filter.maxPrice());
        restrict(
                "id = ANY (:ids)",
                "ids",
                filter.ids().isEmpty() ? null : filter.ids().toArray(UUID[]::new));
        if (filter.inStock() != null) {
            conditions.add(filter.inStock() ? "NOT sold_out" : "sold_out");
        }
    }

    /** What comes behind a cursor, or all where that is null. */
    ProductSelection behind(ProductCursor cursor) {
        if (cursor != null) {
            restrict(cursor.order().behind(cursor.keyOf(":key"), ":id", language), "key", cursor.value());
            values.put("id", cursor.id());
        }
        return this;
    }

    /** All of them, in no particular order. */
    String all() {
        return "SELECT " + COLUMNS + " FROM product" + where();
    }

    /** Of the pages before this one only an index is read. */
    String page(ProductOrder order, int offset, int size) {
        String limits = where() + " ORDER BY " + order.orderBy(language) + " LIMIT " + size;
        return offset == 0
                ? "SELECT " + COLUMNS + " FROM product" + limits
                : "SELECT " + COLUMNS + " FROM product WHERE id = ANY (ARRAY(SELECT id FROM product" + limits
                        + " OFFSET " + offset + ")) ORDER BY " + order.orderBy(language);
    }

    /** How many there are; one more than is counted where there are more. */
    String count() {
        return "SELECT count(*) FROM (SELECT FROM product" + where() + " LIMIT " + (COUNTED + 1) + ") AS counted";
    }

    /** How many there are by the planner's statistics, as JSON. */
    String estimate() {
        return "EXPLAIN (FORMAT JSON) SELECT FROM product" + where();
    }

    Map<String, Object> values() {
        return values;
    }

    private String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    private void restrict(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
