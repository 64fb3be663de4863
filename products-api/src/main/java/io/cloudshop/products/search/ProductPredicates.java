package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.ProductFilter;
import org.hibernate.search.engine.search.common.ValueModel;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesCollector;

/** What makes a product a match: the text and, without a say in the order, the filters. */
final class ProductPredicates {

    private ProductPredicates() {}

    static void add(
            SimpleBooleanPredicateClausesCollector<?, ?> all,
            SearchPredicateFactory match,
            SearchRequest request,
            ProductFilter filter) {
        all.add(request.text().isEmpty() ? match.matchAll() : TextPredicate.of(match, request));
        if (filter.category() != null) {
            all.add(match.terms()
                    .field("category")
                    .matchingAny(filter.categories())
                    .constantScore()
                    .boost(0f));
        }
        if (filter.minPrice() != null || filter.maxPrice() != null) {
            all.add(match.range()
                    .field("price")
                    .between(filter.minPrice(), filter.maxPrice())
                    .constantScore()
                    .boost(0f));
        }
        if (filter.inStock() != null) {
            all.add(match.match()
                    .field("inStock")
                    .matching(filter.inStock(), ValueModel.INDEX)
                    .constantScore()
                    .boost(0f));
        }
    }
}
