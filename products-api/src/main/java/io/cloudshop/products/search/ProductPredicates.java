package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.ProductFilter;
import java.util.List;
import java.util.Locale;
import org.hibernate.search.engine.search.common.ValueModel;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesCollector;

/**
 * What makes a product a match, and how good a one. The weights put an exact article number before everything, then the
 * name, then the category, then the description; a word as typed before its beginning, and that before a similar word.
 */
final class ProductPredicates {

    private static final String SKU = "sku";
    private static final String NAME = "name";
    private static final String CATEGORY = "categoryText";
    private static final String DESCRIPTION = "description";

    /** Of up to so many words all must match, of more three quarters. */
    private static final int ALL_OF = 2;

    private static final int PERCENT_OF_MORE = 75;

    /** Shorter words are similar to too many others. */
    private static final int SHORTEST_FUZZY = 4;

    private static final int TWO_ERRORS_FROM = 8;

    private ProductPredicates() {}

    static void add(
            SimpleBooleanPredicateClausesCollector<?, ?> all,
            SearchPredicateFactory match,
            String text,
            ProductFilter filter) {
        all.add(text.isEmpty() ? match.matchAll() : text(match, text));
        if (filter.category() != null) {
            all.add(match.match()
                    .field("category")
                    .matching(filter.category())
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

    private static PredicateFinalStep text(SearchPredicateFactory match, String text) {
        List<String> terms = SearchTerms.of(text);
        return match.or(match.match().field(SKU).matching(text).constantScore().boost(1_000f), match.bool(words -> {
            terms.forEach(term -> words.should(word(match, term)));
            words.must(match.not(match.matchNone()));
            words.minimumShouldMatch()
                    .ifMoreThan(0)
                    .thenRequirePercent(100)
                    .ifMoreThan(ALL_OF)
                    .thenRequirePercent(PERCENT_OF_MORE);
        }));
    }

    private static PredicateFinalStep word(SearchPredicateFactory match, String term) {
        return match.bool(any -> {
            any.should(match.match()
                    .field(NAME)
                    .boost(8f)
                    .field(CATEGORY)
                    .boost(4f)
                    .field(DESCRIPTION)
                    .matching(term));
            any.should(match.prefix()
                    .field(NAME)
                    .boost(3f)
                    .field(CATEGORY)
                    .boost(1.5f)
                    .matching(term));
            any.should(match.prefix().field(SKU).boost(3f).matching(term.toLowerCase(Locale.ROOT)));
            if (term.length() >= SHORTEST_FUZZY) {
                any.should(match.match()
                        .field(NAME)
                        .field(CATEGORY)
                        .boost(0.5f)
                        .field(DESCRIPTION)
                        .boost(0.1f)
                        .matching(term)
                        .fuzzy(term.length() >= TWO_ERRORS_FROM ? 2 : 1, 1));
            }
        });
    }
}
