package io.cloudshop.products.search;

import io.cloudshop.defaults.load.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The index as long as it answers in time, else the database, which a few ask at a time: it also sells, and searches that
 * would take all its connections must not keep anybody from buying. Thread-safe.
 */
@ApplicationScoped
class GuardedSearch {

    private static final Logger LOG = Logger.getLogger(GuardedSearch.class);

    private final ProductIndex index;
    private final EngineCircuit engine;
    private final EngineTraces traces;
    private final Slots inDatabase;
    private final AtomicReference<String> lastSource = new AtomicReference<>(SearchHits.INDEX);

    GuardedSearch(ProductIndex index, EngineCircuit engine, EngineTraces traces, SearchSettings settings) {
        this.index = index;
        this.engine = engine;
        this.traces = traces;
        this.inDatabase = new Slots(
                settings.databaseAtOnce(),
                settings.databaseWait(),
                "Many customers are searching, and the search engine is away; try again in a moment.");
    }

    <T> T find(Supplier<T> askIndex, Supplier<T> askDatabase) {
        if (!index.isReady()) {
            return findInDatabase(askDatabase, null);
        }
        try {
            return findInIndex(askIndex);
        } catch (RuntimeException e) {
            if (EngineFailure.isLoss(e)) {
                index.doubt();
            }
            return findInDatabase(askDatabase, e);
        }
    }

    private <T> T findInIndex(Supplier<T> question) {
        T found = engine.ask(() -> traces.within(question));
        if (turnsTo(SearchHits.INDEX)) {
            LOG.info("Searches are answered by the index again");
        }
        return found;
    }

    private <T> T findInDatabase(Supplier<T> question, Throwable failure) {
        if (turnsTo(SearchHits.DATABASE)) {
            LOG.warn("Searches are answered by the database now", failure);
        }
        return inDatabase.run(question);
    }

    private boolean turnsTo(String source) {
        return !source.equals(lastSource.getAndSet(source));
    }
}
