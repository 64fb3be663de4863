package io.cloudshop.products.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;

/** Writes documents, without a transaction, so that no connection to the database waits for the engine. */
@ApplicationScoped
class IndexWriter {

    private final SearchSession session;

    IndexWriter(SearchSession session) {
        this.session = session;
    }

    /**
     * Returns when the engine has all of it.
     *
     * @param gone what must not be in the index
     */
    @ActivateRequestContext
    <T extends ProductDocument> void write(Class<T> type, Collection<T> live, Collection<UUID> gone) {
        SearchIndexingPlan plan = session.indexingPlan();
        live.forEach(plan::addOrUpdate);
        gone.forEach(id -> plan.purge(type, id, null));
        plan.execute();
    }
}
