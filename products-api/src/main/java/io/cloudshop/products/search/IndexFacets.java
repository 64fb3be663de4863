package io.cloudshop.products.search;

import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.products.catalogue.Catalogue;
import io.cloudshop.products.catalogue.ProductFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.dsl.AggregationFinalStep;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.data.Range;

/** Facets from the index: they ride on the search itself, and cost one more search each when they are filtered on. */
@ApplicationScoped
class IndexFacets {

    static final AggregationKey<Map<String, Long>> CATEGORIES = AggregationKey.of("categories");
    static final AggregationKey<Map<Range<BigDecimal>, Long>> PRICES = AggregationKey.of("prices");

    private static final int MOST_CATEGORIES = 100;

    private final SearchSession session;
    private final Catalogue catalogue;
    private final List<PriceRange> ranges;

    IndexFacets(
            SearchSession session,
            Catalogue catalogue,
            @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.session = session;
        this.catalogue = catalogue;
        this.ranges = PriceRange.of(currency);
    }

    static AggregationFinalStep<Map<String, Long>> byCategory(SearchAggregationFactory facet) {
        return facet.terms().field("category", String.class).maxTermCount(MOST_CATEGORIES);
    }

    AggregationFinalStep<Map<Range<BigDecimal>, Long>> byPrice(SearchAggregationFactory facet) {
        return facet.range()
                .field("price", BigDecimal.class)
                .ranges(ranges.stream().map(IndexFacets::range).toList());
    }

    /** The facets of a search whose result, with every filter on, is at hand. */
    Facets of(SearchRequest request, SearchResult<?> result, Deadline deadline) {
        ProductFilter filter = request.filter();
        Map<String, Long> categories = filter.category() == null
                ? result.aggregation(CATEGORIES)
                : count(request, filter.inAnyCategory(), CATEGORIES, IndexFacets::byCategory, deadline);
        Map<Range<BigDecimal>, Long> prices = filter.minPrice() == null && filter.maxPrice() == null
                ? result.aggregation(PRICES)
                : count(request, filter.withoutPrices(), PRICES, this::byPrice, deadline);
        return new Facets(Facets.categories(categories, catalogue.categoryTree()), priceCounts(prices));
    }

    private <T> T count(
            SearchRequest request,
            ProductFilter filter,
            AggregationKey<T> key,
            Function<SearchAggregationFactory, AggregationFinalStep<T>> facet,
            Deadline deadline) {
        return session.search(IndexedProduct.class)
                .where((match, root) -> ProductPredicates.add(root, match, request, filter))
                .aggregation(key, facet)
                .failAfter(deadline.millisLeft(), TimeUnit.MILLISECONDS)
                .fetch(0)
                .aggregation(key);
    }

    private List<Facets.PriceCount> priceCounts(Map<Range<BigDecimal>, Long> prices) {
        return ranges.stream()
                .map(range -> range.counting(prices.getOrDefault(range(range), 0L)))
                .toList();
    }

    private static Range<BigDecimal> range(PriceRange range) {
        return Range.canonical(range.from().value(), range.below());
    }
}
