package io.cloudshop.products.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.search.engine.search.common.ValueModel;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * How well a product fits what was typed. An exact article number stands before everything. Then each word counts by where it
 * was found, name, category or description, and how: as typed, by another word for it, joined with its neighbour, its
 * beginning, nearly. Of products that fit equally those in stock come first, and those with fewer other words in their names.
 */
final class TextPredicate {

    private static final String SKU = "sku";

    private static final float EXACT_SKU = 1_000;
    private static final float IN_STOCK = 4;

    /** Of up to so many words all must match, of more three quarters. */
    private static final int ALL_OF = 2;

    private static final int PERCENT_OF_MORE = 75;

    /** Shorter words are similar to too many others, and a number or size that is nearly the same is another. */
    private static final Pattern MAY_HAVE_ERRORS = Pattern.compile("\\p{L}{4}");

    private static final int TWO_ERRORS_FROM = 8;

    /** Words between those of a phrase that may be others: stylo à bille. */
    private static final int SLOP = 2;

    /** Nobody writes one word as more than so many. */
    private static final int LONGEST_PHRASE = 3;

    private final SearchPredicateFactory match;
    private final IndexedText text;
    private final List<String> terms;

    private TextPredicate(SearchPredicateFactory match, IndexedText text, List<String> terms) {
        this.match = match;
        this.text = text;
        this.terms = terms;
    }

    static PredicateFinalStep of(SearchPredicateFactory match, SearchRequest request) {
        TextPredicate words = new TextPredicate(
                match, IndexedText.in(request.language()), SearchTerms.of(request.text(), request.language()));
        return match.bool()
                .must(match.or(
                        match.match()
                                .field(SKU)
                                .matching(request.text())
                                .constantScore()
                                .boost(EXACT_SKU),
                        words.enough()))
                .should(match.match()
                        .field("inStock")
                        .matching(true, ValueModel.INDEX)
                        .constantScore()
                        .boost(IN_STOCK));
    }

    private PredicateFinalStep enough() {
        return match.bool(words -> {
            for (int at = 0; at < terms.size(); at++) {
                words.should(word(at));
            }
            words.must(match.not(match.matchNone()));
            words.minimumShouldMatch()
                    .ifMoreThan(0)
                    .thenRequirePercent(100)
                    .ifMoreThan(ALL_OF)
                    .thenRequirePercent(PERCENT_OF_MORE);
        });
    }

    private PredicateFinalStep word(int at) {
        String term = terms.get(at);
        return match.bool(any -> {
            addTyped(any, term);
            addMeant(any, term, 1);
            addPhrases(any, at);
            addBeginnings(any, term);
            any.should(match.match()
                    .field(text.joined())
                    .matching(term)
                    .constantScore()
                    .boost(9f));
            if (MAY_HAVE_ERRORS.matcher(term).find()) {
                addNearly(any, term);
            }
        });
    }

    private void addTyped(BooleanPredicateClausesStep<?, ?> any, String term) {
        any.should(match.match()
                .field(text.productName())
                .matching(term)
                .analyzer(text.analyzer())
                .constantScore()
                .boost(10f));
        any.should(match.match()
                .field(text.productName())
                .boost(0.3f)
                .matching(term)
                .analyzer(text.analyzer()));
    }

    /** Words that mean the same are found, too, which may be several for one or one for several. */
    private void addMeant(BooleanPredicateClausesStep<?, ?> any, String words, float weight) {
        any.should(match.phrase()
                .field(text.productName())
                .matching(words)
                .slop(SLOP)
                .constantScore()
                .boost(6 * weight));
        any.should(match.phrase()
                .field(text.category())
                .matching(words)
                .slop(SLOP)
                .constantScore()
                .boost(4 * weight));
        any.should(match.phrase()
                .field(text.description())
                .matching(words)
                .slop(SLOP)
                .constantScore()
                .boost(weight));
    }

    /** Those that the word is a part of: as a phrase, and written as one word. */
    private void addPhrases(BooleanPredicateClausesStep<?, ?> any, int at) {
        for (int from = Math.max(0, at - LONGEST_PHRASE + 1); from <= at; from++) {
            for (int to = Math.max(from + 2, at + 1); to <= Math.min(terms.size(), from + LONGEST_PHRASE); to++) {
                List<String> phrase = terms.subList(from, to);
                addMeant(any, String.join(" ", phrase), 2);
                any.should(match.match()
                        .field(text.productName())
                        .matching(String.join("", phrase))
                        .analyzer(text.analyzer())
                        .constantScore()
                        .boost(16f));
            }
        }
    }

    private void addBeginnings(BooleanPredicateClausesStep<?, ?> any, String term) {
        any.should(match.match()
                .field(text.beginnings())
                .matching(term)
                .constantScore()
                .boost(5f));
        any.should(match.prefix()
                .field(text.productName())
                .matching(term)
                .constantScore()
                .boost(2f));
        any.should(match.prefix()
                .field(text.category())
                .matching(term)
                .constantScore()
                .boost(1.5f));
        any.should(match.prefix()
                .field(SKU)
                .matching(term.toLowerCase(Locale.ROOT))
                .constantScore()
                .boost(5f));
    }

    private void addNearly(BooleanPredicateClausesStep<?, ?> any, String term) {
        int errors = term.length() >= TWO_ERRORS_FROM ? 2 : 1;
        nearly(any, text.productName(), term, errors, 2);
        nearly(any, text.category(), term, errors, 1);
        nearly(any, text.description(), term, errors, 0.2f);
    }

    private void nearly(BooleanPredicateClausesStep<?, ?> any, String field, String term, int errors, float weight) {
        any.should(match.match()
                .field(field)
                .matching(term)
                .fuzzy(errors, 1)
                .analyzer(text.analyzer())
                .constantScore()
                .boost(weight));
    }
}
