package io.cloudshop.products.search;

import io.cloudshop.products.search.SearchSettings.Rebuild;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Brings products from the table into the index that is made: read one chunk after the other by one connection, written
 * several at a time.
 */
@ApplicationScoped
class IndexFilling {

    private final ProductDocuments products;
    private final PatientWriter writer;
    private final Rebuild settings;

    IndexFilling(ProductDocuments products, PatientWriter writer, SearchSettings settings) {
        this.products = products;
        this.writer = writer;
        this.settings = settings.rebuild();
    }

    /** All of them. @param sign hears of the progress often, and throws to end it */
    Progress fill(Consumer<Progress> sign) {
        long total = products.countLive();
        try (BoundedWork work = new BoundedWork(settings.parallelism())) {
            List<StagedProduct> chunk = next(ProductDocuments.BEFORE_ALL);
            while (!chunk.isEmpty()) {
                List<StagedProduct> documents = chunk;
                work.submit(
                        documents.size(),
                        () -> writer.write(documents, Set.of()),
                        done -> sign.accept(new Progress(done, total)));
                chunk = next(documents.getLast().id);
            }
            return new Progress(work.finish(done -> sign.accept(new Progress(done, total))), total);
        }
    }

    /** These as they are now, also those that are gone. */
    void bring(List<UUID> changed) {
        for (int from = 0; from < changed.size(); from += settings.chunk()) {
            List<UUID> ids = changed.subList(from, Math.min(changed.size(), from + settings.chunk()));
            List<StagedProduct> live = products.findLive(StagedProduct.class, ids);
            Set<UUID> gone = new HashSet<>(ids);
            live.forEach(product -> gone.remove(product.id));
            writer.write(live, gone);
        }
    }

    private List<StagedProduct> next(UUID after) {
        return products.findLiveAfter(StagedProduct.class, after, settings.chunk());
    }
}
