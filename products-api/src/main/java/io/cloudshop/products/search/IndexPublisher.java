package io.cloudshop.products.search;

import io.cloudshop.outbox.DestinationUnavailableException;
import io.cloudshop.outbox.OutboxEvent;
import io.cloudshop.outbox.OutboxPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;

/**
 * Brings changed products into the search index. An event says only which product changed; what it is now is read from
 * the table, so repeats and several changes at once cost one document.
 */
@ApplicationScoped
class IndexPublisher implements OutboxPublisher {

    private final IndexedProductRepository products;
    private final ProductIndex index;
    private final SearchSession session;

    IndexPublisher(IndexedProductRepository products, ProductIndex index, SearchSession session) {
        this.products = products;
        this.index = index;
        this.session = session;
    }

    /** Reads without a transaction, so that no connection to the database waits for the engine. */
    @Override
    @ActivateRequestContext
    public void publish(List<OutboxEvent> events) {
        if (!index.isReady()) {
            throw new DestinationUnavailableException("The search index is not there yet", null);
        }
        Set<UUID> changed =
                events.stream().map(OutboxEvent::aggregateId).collect(Collectors.toCollection(HashSet::new));
        List<IndexedProduct> live = read(changed);
        live.forEach(product -> changed.remove(product.id));
        write(live, changed);
    }

    private List<IndexedProduct> read(Set<UUID> changed) {
        try {
            return products.findLive(changed);
        } catch (RuntimeException databaseIsAway) {
            throw new DestinationUnavailableException("The products cannot be read", databaseIsAway);
        }
    }

    private void write(List<IndexedProduct> live, Set<UUID> gone) {
        SearchIndexingPlan plan = session.indexingPlan();
        live.forEach(plan::addOrUpdate);
        gone.forEach(id -> plan.purge(IndexedProduct.class, id, null));
        try {
            plan.execute();
        } catch (RuntimeException e) {
            throw EngineFailure.isPassing(e)
                    ? new DestinationUnavailableException("The search engine cannot take changes at the moment", e)
                    : e;
        }
    }
}
