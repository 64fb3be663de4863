package io.cloudshop.products.search;

import io.quarkus.hibernate.search.orm.elasticsearch.SearchExtension;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/** How text becomes terms. No stop words: a query may consist of nothing else. */
@SearchExtension
public class ProductAnalysis implements ElasticsearchAnalysisConfigurer {

    static final String ENGLISH = "product_english";
    static final String CASELESS = "product_caseless";

    private static final String POSSESSIVE = "product_english_possessive";
    private static final String STEMS = "product_english_stems";

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        context.analyzer(ENGLISH)
                .custom()
                .tokenizer("standard")
                .tokenFilters(POSSESSIVE, "lowercase", "asciifolding", STEMS);
        context.normalizer(CASELESS).custom().tokenFilters("lowercase");
        context.tokenFilter(POSSESSIVE).type("stemmer").param("language", "possessive_english");
        context.tokenFilter(STEMS).type("stemmer").param("language", "english");
    }
}
