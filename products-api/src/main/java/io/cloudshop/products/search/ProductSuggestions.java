package io.cloudshop.products.search;

import io.cloudshop.defaults.text.TypedText;
import io.cloudshop.products.catalogue.Catalogue;
import io.cloudshop.products.catalogue.LocalizedCatalogue;
import io.cloudshop.products.catalogue.ProductView;
import io.cloudshop.products.search.Candidates.Candidate;
import io.cloudshop.products.search.Suggestions.SuggestedProduct;
import io.cloudshop.products.translation.ContentLanguage;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Suggests by the index or by the database, whichever answers; what a product costs always says the table. */
@ApplicationScoped
class ProductSuggestions {

    private final GuardedSearch search;
    private final IndexSuggestions index;
    private final DatabaseSuggestions database;
    private final Catalogue catalogue;
    private final LocalizedCatalogue localized;
    private final MeterRegistry metrics;

    ProductSuggestions(
            GuardedSearch search,
            IndexSuggestions index,
            DatabaseSuggestions database,
            Catalogue catalogue,
            LocalizedCatalogue localized,
            MeterRegistry metrics) {
        this.search = search;
        this.index = index;
        this.database = database;
        this.catalogue = catalogue;
        this.localized = localized;
        this.metrics = metrics;
    }

    Suggestions of(String typed, ContentLanguage language) {
        String text = TypedText.line(typed);
        List<String> terms = SearchTerms.of(text, language);
        if (terms.isEmpty()) {
            return new Suggestions(List.of(), List.of());
        }
        Candidates found = search.find(() -> index.find(terms, language), () -> database.find(text, terms, language));
        metrics.counter("cloudshop.search.suggestions", "source", found.source())
                .increment();
        return new Suggestions(new SuggestedWords(text).of(found.products()), products(found, language));
    }

    private List<SuggestedProduct> products(Candidates found, ContentLanguage language) {
        List<UUID> ids = found.products().stream()
                .map(Candidate::id)
                .limit(Suggestions.MOST_PRODUCTS)
                .toList();
        Map<UUID, ProductView> products = localized.products(catalogue.findAll(ids), language).stream()
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
        return ids.stream()
                .map(products::get)
                .filter(Objects::nonNull)
                .map(SuggestedProduct::of)
                .toList();
    }
}
