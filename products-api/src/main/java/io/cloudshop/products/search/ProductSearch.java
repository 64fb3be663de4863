package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.Catalogue;
import io.cloudshop.products.catalogue.ProductView;
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
    private final Catalogue catalogue;
    private final MeterRegistry metrics;

    ProductSearch(GuardedSearch search, Catalogue catalogue, MeterRegistry metrics) {
        this.search = search;
        this.catalogue = catalogue;
        this.metrics = metrics;
    }

    SearchPage search(SearchRequest request) {
        SearchHits found = search.find(request);
        metrics.counter("cloudshop.search.queries", "source", found.source()).increment();
        return new SearchPage(
                products(found),
                request.page().page(),
                request.page().size(),
                found.total(),
                found.facets(),
                found.source());
    }

    /** A product that was deleted a moment ago may still be in the index; it is left out. */
    private List<FoundProduct> products(SearchHits found) {
        Map<UUID, ProductView> products =
                catalogue.findAll(found.hits().stream().map(SearchHits.Hit::id).toList()).stream()
                        .collect(Collectors.toMap(ProductView::id, Function.identity()));
        return found.hits().stream()
                .map(hit -> products.containsKey(hit.id())
                        ? new FoundProduct(products.get(hit.id()), hit.highlights())
                        : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
