package io.cloudshop.products.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.jboss.logging.Logger;

/**
 * The index as long as it answers, else the database. Once it does not, nobody waits for the engine any more; every
 * five seconds one search tries whether it is back. A search that the engine refuses closes nobody else's way.
 */
@ApplicationScoped
class GuardedSearch {

    private static final Logger LOG = Logger.getLogger(GuardedSearch.class);

    private final ProductIndex index;
    private final IndexSearch indexSearch;
    private final DatabaseSearch databaseSearch;
    private final AtomicReference<String> lastSource = new AtomicReference<>(SearchHits.INDEX);

    GuardedSearch(ProductIndex index, IndexSearch indexSearch, DatabaseSearch databaseSearch) {
        this.index = index;
        this.indexSearch = indexSearch;
        this.databaseSearch = databaseSearch;
    }

    @CircuitBreaker(requestVolumeThreshold = 2, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "findInDatabase")
    SearchHits find(SearchRequest request) {
        if (!index.isReady()) {
            return findInDatabase(request, null);
        }
        try {
            return findInIndex(request);
        } catch (RuntimeException e) {
            if (EngineFailure.isAbsence(e)) {
                throw e;
            }
            return findInDatabase(request, e);
        }
    }

    SearchHits findInDatabase(SearchRequest request, Throwable failure) {
        if (turnsTo(SearchHits.DATABASE)) {
            LOG.warn("Searches are answered by the database now", failure);
        }
        return databaseSearch.find(request);
    }

    private SearchHits findInIndex(SearchRequest request) {
        SearchHits found = indexSearch.find(request);
        if (turnsTo(SearchHits.INDEX)) {
            LOG.info("Searches are answered by the index again");
        }
        return found;
    }

    private boolean turnsTo(String source) {
        return !source.equals(lastSource.getAndSet(source));
    }
}
