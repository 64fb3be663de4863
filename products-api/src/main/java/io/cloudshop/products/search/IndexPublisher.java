package io.cloudshop.products.search;

import io.cloudshop.defaults.outbox.DestinationUnavailableException;
import io.cloudshop.defaults.outbox.OutboxEvent;
import io.cloudshop.defaults.outbox.OutboxPublisher;
import jakarta.enterprise.context.ApplicationScoped;
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

    @Override
    public void publish(List<OutboxEvent> events) {
        if (!index.isReady()) {
            throw new DestinationUnavailableException("The search index is not there yet", null);
        }
        Set<UUID> changed =
                events.stream().map(OutboxEvent::aggregateId).collect(Collectors.toCollection(HashSet::new));
        List<IndexedProduct> live = products.findLive(changed);
        live.forEach(product -> changed.remove(product.id));
        write(live, changed);
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
