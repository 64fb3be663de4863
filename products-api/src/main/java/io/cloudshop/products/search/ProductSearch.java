package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.Catalogue;
import io.cloudshop.products.catalogue.Categories;
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
    private final Categories categories;
    private final MeterRegistry metrics;

    ProductSearch(GuardedSearch search, Catalogue catalogue, Categories categories, MeterRegistry metrics) {
        this.search = search;
        this.catalogue = catalogue;
        this.categories = categories;
        this.metrics = metrics;
    }

    SearchPage search(SearchRequest request) {
        Finds finds = search.find(request.with(categories.spelt(request.filter())));
        metrics.counter("cloudshop.search.queries", "source", finds.source()).increment();
        return new SearchPage(
                products(finds),
                request.page().page(),
                request.page().size(),
                finds.total(),
                finds.facets(),
                finds.source());
    }

    /** A product that was deleted a moment ago may still be in the index; it is left out. */
    private List<FoundProduct> products(Finds finds) {
        Map<UUID, ProductView> products = catalogue
                .findAll(finds.hits().stream().map(Finds.Hit::id).toList())
                .stream()
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
        return finds.hits().stream()
                .map(hit -> products.containsKey(hit.id())
                        ? new FoundProduct(products.get(hit.id()), hit.highlights())
                        : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
