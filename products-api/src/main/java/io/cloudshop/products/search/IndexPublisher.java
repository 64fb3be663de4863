package io.cloudshop.products.search;

import io.cloudshop.outbox.DestinationUnavailableException;
import io.cloudshop.outbox.OutboxEvent;
import io.cloudshop.outbox.OutboxPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Brings changed products into the search index. An event says only which product changed; what it is now is read from
 * the table, so repeats and several changes at once cost one document.
 */
@ApplicationScoped
class IndexPublisher implements OutboxPublisher {

    /** Far less than the outbox gives a publisher. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProductDocuments products;
    private final ChangesMeanwhile changes;
    private final ProductIndex index;
    private final IndexWriter writer;
    private final IndexLag lag;

    IndexPublisher(
            ProductDocuments products, ChangesMeanwhile changes, ProductIndex index, IndexWriter writer, IndexLag lag) {
        this.products = products;
        this.changes = changes;
        this.index = index;
        this.writer = writer;
        this.lag = lag;
    }

    @Override
    public void publish(List<OutboxEvent> events) {
        if (!index.isReadyWithin(PATIENCE)) {
            throw new DestinationUnavailableException("The search index is not there yet", null);
        }
        Set<UUID> changed =
                events.stream().map(OutboxEvent::aggregateId).collect(Collectors.toCollection(HashSet::new));
        List<IndexedProduct> live = read(changed);
        live.forEach(product -> changed.remove(product.id));
        write(live, changed);
        lag.record(events);
    }

    private List<IndexedProduct> read(Set<UUID> changed) {
        try {
            changes.note(changed);
            return products.findLive(IndexedProduct.class, changed);
        } catch (RuntimeException databaseIsAway) {
            throw new DestinationUnavailableException("The products cannot be read", databaseIsAway);
        }
    }

    private void write(List<IndexedProduct> live, Set<UUID> gone) {
        try {
            writer.write(IndexedProduct.class, live, gone);
        } catch (RuntimeException e) {
            if (EngineFailure.isLoss(e)) {
                index.doubt();
            }
            throw EngineFailure.isPassing(e)
                    ? new DestinationUnavailableException("The search engine cannot take changes at the moment", e)
                    : e;
        }
    }
}
