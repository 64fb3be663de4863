package io.cloudshop.products.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.schema.management.SearchSchemaManager;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.jboss.logging.Logger;

/** Makes the index in the search engine, or checks it. An index without documents is filled through the outbox. */
@ApplicationScoped
class IndexPreparation {

    private static final Logger LOG = Logger.getLogger(IndexPreparation.class);

    private final SearchMapping mapping;
    private final SearchSession session;
    private final IndexedProductRepository products;

    IndexPreparation(SearchMapping mapping, SearchSession session, IndexedProductRepository products) {
        this.mapping = mapping;
        this.session = session;
        this.products = products;
    }

    /** One replica at a time; throws what keeps the index from being used, and then nothing is on its way to it. */
    @Transactional
    void run() {
        products.lockIndex();
        createOrReplace();
        fillIfEmpty();
    }

    /** An index of an earlier version of this service holds nothing that the database does not: a new one takes its place. */
    private void createOrReplace() {
        SearchSchemaManager schema = mapping.scope(IndexedProduct.class).schemaManager();
        try {
            schema.createOrValidate();
        } catch (SearchException e) {
            if (EngineFailure.isPassing(e)) {
                throw e;
            }
            LOG.infof("The search index is of another version and is made anew: %s", e.getMessage());
            schema.dropAndCreate();
        }
    }

    private void fillIfEmpty() {
        long documents = session.search(IndexedProduct.class)
                .where(match -> match.matchAll())
                .fetchTotalHitCount();
        if (documents == 0 && products.hasLive()) {
            LOG.infof("The search index is empty: %d products are on their way", products.announceAll());
        }
    }
}
