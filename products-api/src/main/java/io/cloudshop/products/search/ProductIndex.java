package io.cloudshop.products.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.schema.management.SearchSchemaManager;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.jboss.logging.Logger;

/**
 * The index in the search engine. It is made, or checked, in the background: the service starts and answers while the
 * engine is away. An index without documents is filled through the outbox.
 */
@ApplicationScoped
class ProductIndex {

    private static final Logger LOG = Logger.getLogger(ProductIndex.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final SearchMapping mapping;
    private final SearchSession session;
    private final IndexedProductRepository products;

    private volatile boolean ready;
    private volatile Thread preparation;
    private String complaint = "";

    ProductIndex(SearchMapping mapping, SearchSession session, IndexedProductRepository products) {
        this.mapping = mapping;
        this.session = session;
        this.products = products;
    }

    /** Whether the index can be searched and written to. */
    boolean isReady() {
        return ready;
    }

    void start(@Observes StartupEvent event) {
        preparation = Thread.ofVirtual().name("search-index").start(this::prepareUntilReady);
    }

    void stop(@Observes ShutdownEvent event) {
        preparation.interrupt();
    }

    private void prepareUntilReady() {
        Duration wait = FIRST_WAIT;
        try {
            while (!prepare()) {
                Thread.sleep(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean prepare() {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                products.lockIndex();
                createOrReplace();
                fillIfEmpty();
            });
            ready = true;
            LOG.info("The search index is ready");
        } catch (RuntimeException e) {
            complainOnce(e.getMessage());
        }
        return ready;
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

    private void complainOnce(String reason) {
        if (!reason.equals(complaint)) {
            LOG.warnf("The search index cannot be used yet, the database answers searches: %s", reason);
            complaint = reason;
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
