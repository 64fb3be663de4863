package io.cloudshop.products.search;

import io.quarkus.hibernate.search.orm.elasticsearch.SearchExtension;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/**
 * How text becomes terms, in each language. No stop words in the index: a query may consist of nothing else. Synonyms are
 * looked up in what is searched for, so that a group that grows makes no document longer.
 */
@SearchExtension
public class ProductAnalysis implements ElasticsearchAnalysisConfigurer {

    private static final String SYNONYMS = "_synonyms";
    private static final String WORDS = "_words";
    private static final String BEGINNINGS = "_beginnings";
    private static final String JOINED = "_joined";

    static final String ENGLISH = "product_english";
    static final String ENGLISH_SYNONYMS = ENGLISH + SYNONYMS;
    static final String ENGLISH_WORDS = ENGLISH + WORDS;
    static final String ENGLISH_BEGINNINGS = ENGLISH + BEGINNINGS;
    static final String ENGLISH_JOINED = ENGLISH + JOINED;

    static final String FRENCH = "product_french";
    static final String FRENCH_SYNONYMS = FRENCH + SYNONYMS;
    static final String FRENCH_WORDS = FRENCH + WORDS;
    static final String FRENCH_BEGINNINGS = FRENCH + BEGINNINGS;
    static final String FRENCH_JOINED = FRENCH + JOINED;

    static final String CASELESS = "product_caseless";

    private static final int LONGEST_BEGINNING = 20;

    private static final String POSSESSIVE = "product_english_possessive";
    private static final String ELISION = "product_french_elision";
    private static final String STEMS = "_stems";
    private static final String EDGES = "product_edges";
    private static final String PAIRS = "product_pairs";

    private static final String LOWER_CASE = "lowercase";
    private static final String WITHOUT_ACCENTS = "asciifolding";

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        TextRule.ALL.forEach(rule -> context.charFilter(nameOf(rule))
                .type("pattern_replace")
                .param("pattern", rule.pattern().pattern())
                .param("replacement", rule.replacement())
                .param("flags", TextRule.FLAGS));
        context.tokenFilter(EDGES).type("edge_ngram").param("min_gram", 1).param("max_gram", LONGEST_BEGINNING);
        context.tokenFilter(PAIRS)
                .type("shingle")
                .param("output_unigrams", false)
                .param("token_separator", "");
        context.tokenFilter(POSSESSIVE).type("stemmer").param("language", "possessive_english");
        context.tokenFilter(ELISION)
                .type("elision")
                .param("articles", "l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu")
                .param("articles_case", true);
        configure(context, ENGLISH, POSSESSIVE, "english", "en");
        configure(context, FRENCH, ELISION, "light_french", "fr");
        context.normalizer(CASELESS).custom().tokenFilters(LOWER_CASE);
    }

    /** @param shortened what takes off what is written at a word by an apostrophe */
    private static void configure(
            ElasticsearchAnalysisConfigurationContext context,
            String name,
            String shortened,
            String stemmer,
            String lang) {
        context.tokenFilter(name + STEMS).type("stemmer").param("language", stemmer);
        context.tokenFilter(name + SYNONYMS)
                .type("synonym_graph")
                .param(
                        "synonyms",
                        Synonyms.of("synonyms." + lang + ".txt", WordFile.lines("stop-words." + lang + ".txt")))
                .param("lenient", true);
        List<String> words = List.of(shortened, LOWER_CASE, WITHOUT_ACCENTS);
        analyzer(context, name, words, name + STEMS);
        analyzer(context, name + SYNONYMS, words, name + STEMS, name + SYNONYMS);
        analyzer(context, name + WORDS, words);
        analyzer(context, name + BEGINNINGS, words, EDGES);
        analyzer(context, name + JOINED, words, PAIRS, name + STEMS);
    }

    private static void analyzer(
            ElasticsearchAnalysisConfigurationContext context, String name, List<String> words, String... further) {
        context.analyzer(name)
                .custom()
                .tokenizer("standard")
                .charFilters(TextRule.ALL.stream().map(ProductAnalysis::nameOf).toArray(String[]::new))
                .tokenFilters(Stream.concat(words.stream(), Stream.of(further)).toArray(String[]::new));
    }

    private static String nameOf(TextRule rule) {
        return "product_" + rule.name();
    }
}
