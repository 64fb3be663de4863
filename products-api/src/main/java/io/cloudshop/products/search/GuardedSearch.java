package io.cloudshop.products.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.jboss.logging.Logger;

/**
 * The index as long as it answers, else the database. After two failures nobody waits for the engine any more; every
 * five seconds one search tries whether it is back.
 */
@ApplicationScoped
class GuardedSearch {

    private static final Logger LOG = Logger.getLogger(GuardedSearch.class);

    private final ProductIndex index;
    private final IndexSearch indexSearch;
    private final DatabaseSearch databaseSearch;
    private final AtomicReference<String> lastSource = new AtomicReference<>(Finds.INDEX);

    GuardedSearch(ProductIndex index, IndexSearch indexSearch, DatabaseSearch databaseSearch) {
        this.index = index;
        this.indexSearch = indexSearch;
        this.databaseSearch = databaseSearch;
    }

    @CircuitBreaker(requestVolumeThreshold = 2, delay = 5, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "findInDatabase")
    Finds find(SearchRequest request) {
        return index.isReady() ? noted(indexSearch.find(request)) : findInDatabase(request);
    }

    Finds findInDatabase(SearchRequest request) {
        return noted(databaseSearch.find(request));
    }

    private Finds noted(Finds finds) {
        if (!finds.source().equals(lastSource.getAndSet(finds.source()))) {
            LOG.warnf("Searches are answered by the %s now", finds.source());
        }
        return finds;
    }
}
