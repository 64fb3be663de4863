package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.Catalogue;
import io.cloudshop.products.catalogue.LocalizedCatalogue;
import io.cloudshop.products.catalogue.ProductView;
import io.cloudshop.products.translation.ContentLanguage;
import io.cloudshop.products.translation.Translations;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds products. The index or the database says which; what they cost and how many are left always says the table. */
@ApplicationScoped
class ProductSearch {

    private final GuardedSearch search;
    private final IndexSearch index;
    private final DatabaseSearch database;
    private final Catalogue catalogue;
    private final LocalizedCatalogue localized;
    private final Translations translations;
    private final MeterRegistry metrics;

    ProductSearch(
            GuardedSearch search,
            IndexSearch index,
            DatabaseSearch database,
            Catalogue catalogue,
            LocalizedCatalogue localized,
            Translations translations,
            MeterRegistry metrics) {
        this.search = search;
        this.index = index;
        this.database = database;
        this.catalogue = catalogue;
        this.localized = localized;
        this.translations = translations;
        this.metrics = metrics;
    }

    SearchPage search(SearchRequest request) {
        SearchHits found = search.find(() -> index.find(request), () -> database.find(request));
        metrics.counter("cloudshop.search.queries", "source", found.source()).increment();
        return new SearchPage(
                products(found, request.language()),
                request.page().page(),
                request.page().size(),
                found.total(),
                found.facets().labelled(translations.categories(request.language())),
                found.source());
    }

    /** A product that was deleted a moment ago may still be in the index; it is left out. */
    private List<FoundProduct> products(SearchHits found, ContentLanguage language) {
        List<UUID> ids = found.hits().stream().map(SearchHits.Hit::id).toList();
        Map<UUID, ProductView> products = localized.products(catalogue.findAll(ids), language).stream()
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
        return found.hits().stream()
                .map(hit -> products.containsKey(hit.id())
                        ? new FoundProduct(products.get(hit.id()), hit.highlights())
                        : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
