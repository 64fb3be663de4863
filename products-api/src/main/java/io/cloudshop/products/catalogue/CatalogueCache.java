package io.cloudshop.products.catalogue;

import io.cloudshop.products.cache.ReadCache;
import io.cloudshop.products.change.News;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What this replica remembers of the catalogue for a moment: see docs/adr/0029. Thread-safe. */
@ApplicationScoped
class CatalogueCache {

    private static final long MOST_LISTS = 1_000;
    private static final String ALL = "all";

    private final ReadCache<UUID, ProductView> products;
    private final ReadCache<ProductFilter, Total> totals;
    private final ReadCache<String, List<Category>> categories;
    private final ReadCache<String, CategoryTree> trees;

    CatalogueCache(CatalogueSettings settings, MeterRegistry metrics) {
        this.products = new ReadCache<>("product", settings.products(), settings.timeToLive(), metrics);
        this.totals = new ReadCache<>("total", MOST_LISTS, settings.timeToLive(), metrics);
        this.categories = new ReadCache<>("categories", 1, settings.categoriesTimeToLive(), metrics);
        this.trees = new ReadCache<>("category-tree", 1, settings.categoriesTimeToLive(), metrics);
    }

    Optional<ProductView> product(UUID id, Supplier<Optional<ProductView>> read) {
        return products.get(id, key -> read.get());
    }

    /** Where a sale may change it only an estimate is remembered, and nothing of products by id. */
    Total total(ProductFilter filter, Supplier<Total> count) {
        if (!filter.ids().isEmpty()) {
            return count.get();
        }
        if (filter.inStock() == null) {
            return totals.get(filter, key -> Optional.of(count.get())).orElseThrow();
        }
        return totals.peek(filter).orElseGet(() -> {
            Total total = count.get();
            return total.isEstimate()
                    ? totals.get(filter, key -> Optional.of(total)).orElseThrow()
                    : total;
        });
    }

    List<Category> categories(Supplier<List<Category>> read) {
        return categories.get(ALL, key -> Optional.of(read.get())).orElseThrow();
    }

    CategoryTree tree(Supplier<CategoryTree> read) {
        return trees.get(ALL, key -> Optional.of(read.get())).orElseThrow();
    }

    void forget(@Observes News news) {
        if (news.isEverything()) {
            products.dropAll();
        } else {
            products.drop(news.ids());
        }
        if (news.isListed()) {
            totals.dropAll();
            categories.dropAll();
            trees.dropAll();
        }
    }
}
