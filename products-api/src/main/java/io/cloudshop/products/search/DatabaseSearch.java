package io.cloudshop.products.search;

import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.products.catalogue.Catalogue;
import io.cloudshop.products.catalogue.ProductFilter;
import io.cloudshop.products.translation.TranslatedText;
import io.cloudshop.products.translation.Translations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
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
            + (CASE WHEN available > 0 THEN 2 ELSE 0 END)
            + 10 * ts_rank_cd(search_text, to_tsquery('english', :words)) + word_similarity(:text, name)
            + coalesce((SELECT 10 * ts_rank_cd(t.search_text, to_tsquery('french', :words)) + word_similarity(:text, t.name)
                          FROM product_translation t WHERE t.product_id = product.id AND t.lang = :lang), 0)""";

    private static final String PAGE =
            "SELECT id, name, description FROM product WHERE %s ORDER BY %s LIMIT :size OFFSET :offset";
    private static final String TOTAL = "SELECT count(*) FROM product WHERE %s";
    private static final String CATEGORIES =
            "SELECT category, count(*) FROM product WHERE %s GROUP BY category ORDER BY count(*) DESC, category LIMIT 100";
    private static final String PRICES =
            "SELECT width_bucket(price, CAST(:bounds AS numeric[])), count(*) FROM product WHERE %s GROUP BY 1";

    private final EntityManager entities;
    private final Catalogue catalogue;
    private final Translations translations;
    private final StatementTime time;
    private final Duration timeout;
    private final List<PriceRange> ranges;

    DatabaseSearch(
            EntityManager entities,
            Catalogue catalogue,
            Translations translations,
            StatementTime time,
            SearchSettings settings,
            @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.entities = entities;
        this.catalogue = catalogue;
        this.translations = translations;
        this.time = time;
        this.timeout = settings.databaseTimeout();
        this.ranges = PriceRange.of(currency);
    }

    @Transactional
    SearchHits find(SearchRequest request) {
        Deadline deadline = Deadline.in(timeout);
        ProductFilter filter = request.filter();
        List<SearchHits.Hit> hits = hits(request, deadline);
        long total = rows(TOTAL, new ProductConditions(request, filter), Map.of(), deadline)
                .getFirst()
                .get(0, Long.class);
        Facets facets = new Facets(categories(request, filter, deadline), prices(request, filter, deadline));
        return new SearchHits(hits, total, facets, SearchHits.DATABASE);
    }

    private List<SearchHits.Hit> hits(SearchRequest request, Deadline deadline) {
        ProductConditions conditions = new ProductConditions(request, request.filter());
        PassageHighlighter highlighter = new PassageHighlighter(SearchTerms.of(request.text(), request.language()));
        String order = order(request, conditions.hasText());
        List<Tuple> rows = rows(
                String.format(Locale.ROOT, PAGE, "%s", order),
                conditions,
                Map.of("size", request.page().size(), "offset", request.page().offset()),
                deadline);
        Map<UUID, TranslatedText> texts = translations.products(
                rows.stream().map(row -> row.get(0, UUID.class)).toList(), request.language());
        return rows.stream()
                .map(row -> hit(row, texts.get(row.get(0, UUID.class)), highlighter))
                .toList();
    }

    private static SearchHits.Hit hit(Tuple row, TranslatedText text, PassageHighlighter highlighter) {
        return new SearchHits.Hit(
                row.get(0, UUID.class),
                highlighter.highlights(Map.of(
                        "name", text == null ? row.get(1, String.class) : text.name(),
                        "description", text == null ? row.get(2, String.class) : text.description())));
    }

    private List<Facets.CategoryCount> categories(SearchRequest request, ProductFilter filter, Deadline deadline) {
        Map<String, Long> counts =
                rows(CATEGORIES, new ProductConditions(request, filter.inAnyCategory()), Map.of(), deadline).stream()
                        .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
        return Facets.categories(counts, catalogue.categoryTree());
    }

    private List<Facets.PriceCount> prices(SearchRequest request, ProductFilter filter, Deadline deadline) {
        String bounds =
                ranges.stream().skip(1).map(range -> range.from().amount()).collect(Collectors.joining(",", "{", "}"));
        Map<Integer, Long> counts = rows(
                        PRICES,
                        new ProductConditions(request, filter.withoutPrices()),
                        Map.of("bounds", bounds),
                        deadline)
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, Integer.class), row -> row.get(1, Long.class)));
        return IntStream.range(0, ranges.size())
                .mapToObj(i -> ranges.get(i).counting(counts.getOrDefault(i, 0L)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, ProductConditions conditions, Map<String, Object> more, Deadline deadline) {
        time.limit(deadline);
        var query = entities.createNativeQuery(String.format(Locale.ROOT, sql, conditions.sql()), Tuple.class);
        conditions.values().forEach(query::setParameter);
        more.forEach(query::setParameter);
        return query.getResultList();
    }

    private static String order(SearchRequest request, boolean hasText) {
        String name = request.language().isOriginal() ? "sort_name" : "sort_name_fr";
        return switch (request.order()) {
            case null -> hasText ? RANK + " DESC, " + name + ", id" : name + ", id";
            case NAME -> name + ", id";
            case NAME_DESCENDING -> name + " DESC, id DESC";
            case PRICE -> "price, id";
            case PRICE_DESCENDING -> "price DESC, id DESC";
            case NEWEST -> "created_at DESC, id DESC";
        };
    }
}
