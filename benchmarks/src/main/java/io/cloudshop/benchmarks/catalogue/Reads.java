package io.cloudshop.benchmarks.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked for, by its name in the table. */
final class Reads {

    private static final int ADDRESSES = 1_000;
    private static final int HOT = 20;
    private static final int QUERIES = 60;
    private static final int PAGES = 100;
    private static final int PAGE_SIZE = 20;
    private static final int DEEPEST = 10_000;
    private static final String LIST = "/api/v1/products?size=" + PAGE_SIZE;

    private final BenchedCatalogue catalogue;
    private final CatalogueClient client;
    private final ProductGenerator products;
    private final int rows;

    Reads(BenchedCatalogue catalogue, CatalogueClient client, ProductGenerator products, int rows) {
        this.catalogue = catalogue;
        this.client = client;
        this.products = products;
        this.rows = rows;
    }

    /** Addresses by name, in the order of the table; what this version of the service has not is left out. */
    Map<String, List<String>> all() {
        List<String> ids = catalogue.database().someIds(ADDRESSES);
        String category = encoded(ProductGenerator.category());
        int page = Math.min(rows, DEEPEST) / PAGE_SIZE - 1;
        Map<String, List<String>> reads = new LinkedHashMap<>();
        reads.put("constant answer", List.of(catalogue.constant()));
        reads.put("by id, 20 of them", products(ids.subList(0, HOT)));
        reads.put("by id, 1 000 of them", products(ids));
        reads.put("list", List.of(catalogue.url(LIST)));
        reads.put("list of a category", List.of(catalogue.url(LIST + "&category=" + category)));
        reads.put(
                "list, filtered by price and stock",
                List.of(catalogue.url(LIST + "&minPrice=20&maxPrice=80&inStock=true&sort=price")));
        reads.put("page " + page, List.of(catalogue.url(LIST + "&page=" + page)));
        reads.put("keyset pages", client.pagesBehindOneAnother(LIST, PAGES));
        reads.put("categories", List.of(catalogue.url("/api/v1/categories")));
        reads.put("search with facets", queries("/api/v1/products/search?size=20&q="));
        reads.put(
                "suggest",
                client.isThere("/api/v1/products/suggest?q=sof") ? queries("/api/v1/products/suggest?q=") : List.of());
        reads.values().removeIf(List::isEmpty);
        return reads;
    }

    private List<String> products(List<String> ids) {
        return ids.stream().map(id -> catalogue.url("/api/v1/products/" + id)).toList();
    }

    private List<String> queries(String path) {
        return products.queries(QUERIES).stream()
                .map(words -> catalogue.url(path + encoded(words)))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
