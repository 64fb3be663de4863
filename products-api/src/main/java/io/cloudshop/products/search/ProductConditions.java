package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.ProductFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The WHERE of a search in the database, with its values apart from it. */
final class ProductConditions {

    private static final String TEXT = """
            (sku = :sku OR search_text @@ to_tsquery('english', :words) OR :text <% name
             OR id = ANY (ARRAY(SELECT product_id FROM product_translation
                                 WHERE lang = :lang AND (search_text @@ to_tsquery('french', :words) OR :text <% name)
                                 LIMIT 10000)))""";

    private final List<String> conditions = new ArrayList<>(List.of("deleted_at IS NULL"));
    private final Map<String, Object> values = new HashMap<>();

    ProductConditions(SearchRequest request, ProductFilter filter) {
        String text = request.text();
        if (!text.isEmpty()) {
            add(TEXT, "text", text);
            values.put("sku", text.toUpperCase(Locale.ROOT));
            values.put("lang", request.language().tag());
            values.put("words", PrefixQuery.anywhere(SearchTerms.of(text, request.language())));
        }
        add("category IN (:categories)", "categories", filter.category() == null ? null : filter.categories());
        add("price >= :minPrice", "minPrice", filter.minPrice());
        add("price <= :maxPrice", "maxPrice", filter.maxPrice());
        if (filter.inStock() != null) {
            conditions.add(filter.inStock() ? "available > 0" : "available = 0");
        }
    }

    String sql() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    boolean hasText() {
        return values.containsKey("text");
    }

    private void add(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
