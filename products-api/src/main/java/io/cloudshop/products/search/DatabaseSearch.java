package io.cloudshop.products.search;

import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.products.catalogue.ProductFilter;
import io.cloudshop.products.catalogue.ProductOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Search without the engine: PostgreSQL's full text with beginnings of words, similar names, and facets by SQL. */
@ApplicationScoped
class DatabaseSearch {

    private static final String RANK = """
            (CASE WHEN sku = :sku THEN 100 ELSE 0 END)
            + 10 * ts_rank_cd(search_text, to_tsquery('english', :words)) + word_similarity(:text, name)""";

    private static final String PAGE =
            "SELECT id, name, description FROM product WHERE %s ORDER BY %s LIMIT :size OFFSET :offset";
    private static final String TOTAL = "SELECT count(*) FROM product WHERE %s";
    private static final String CATEGORIES =
            "SELECT category, count(*) FROM product WHERE %s GROUP BY category ORDER BY count(*) DESC, category LIMIT 100";
    private static final String PRICES =
            "SELECT width_bucket(price, CAST(:bounds AS numeric[])), count(*) FROM product WHERE %s GROUP BY 1";

    private final EntityManager entities;
    private final List<PriceRange> ranges;

    DatabaseSearch(EntityManager entities, @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.entities = entities;
        this.ranges = PriceRange.of(currency);
    }

    SearchHits find(SearchRequest request) {
        ProductFilter filter = request.filter();
        List<SearchHits.Hit> hits = hits(request);
        long total = rows(TOTAL, new ProductConditions(request.text(), filter), Map.of())
                .getFirst()
                .get(0, Long.class);
        Facets facets = new Facets(categories(request.text(), filter), prices(request.text(), filter));
        return new SearchHits(hits, total, facets, SearchHits.DATABASE);
    }

    private List<SearchHits.Hit> hits(SearchRequest request) {
        ProductConditions conditions = new ProductConditions(request.text(), request.filter());
        PassageHighlighter highlighter = new PassageHighlighter(SearchTerms.of(request.text()));
        String order = order(request.order(), conditions.hasText());
        return rows(
                        String.format(Locale.ROOT, PAGE, "%s", order),
                        conditions,
                        Map.of(
                                "size",
                                request.page().size(),
                                "offset",
                                request.page().offset()))
                .stream()
                .map(row -> new SearchHits.Hit(
                        row.get(0, UUID.class),
                        highlighter.highlights(
                                Map.of("name", row.get(1, String.class), "description", row.get(2, String.class)))))
                .toList();
    }

    private List<Facets.CategoryCount> categories(String text, ProductFilter filter) {
        return rows(CATEGORIES, new ProductConditions(text, filter.in(null)), Map.of()).stream()
                .map(row -> new Facets.CategoryCount(row.get(0, String.class), row.get(1, Long.class)))
                .sorted(Facets.MOST_FIRST)
                .toList();
    }

    private List<Facets.PriceCount> prices(String text, ProductFilter filter) {
        String bounds =
                ranges.stream().skip(1).map(range -> range.from().amount()).collect(Collectors.joining(",", "{", "}"));
        Map<Integer, Long> counts =
                rows(PRICES, new ProductConditions(text, filter.withoutPrices()), Map.of("bounds", bounds)).stream()
                        .collect(Collectors.toMap(row -> row.get(0, Integer.class), row -> row.get(1, Long.class)));
        return IntStream.range(0, ranges.size())
                .mapToObj(i -> ranges.get(i).counting(counts.getOrDefault(i, 0L)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, ProductConditions conditions, Map<String, Object> more) {
        var query = entities.createNativeQuery(String.format(Locale.ROOT, sql, conditions.sql()), Tuple.class);
        conditions.values().forEach(query::setParameter);
        more.forEach(query::setParameter);
        return query.getResultList();
    }

    private static String order(ProductOrder order, boolean hasText) {
        return switch (order) {
            case null -> hasText ? RANK + " DESC, sort_name, id" : "sort_name, id";
            case NAME -> "sort_name, id";
            case NAME_DESCENDING -> "sort_name DESC, id DESC";
            case PRICE -> "price, id";
            case PRICE_DESCENDING -> "price DESC, id DESC";
            case NEWEST -> "created_at DESC, id DESC";
        };
    }
}
