package io.cloudshop.products.search;

import io.cloudshop.products.search.ChangesMeanwhile.Balance;
import io.cloudshop.products.search.IndexComparison.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Finds documents that are not what the table says, and has them brought again. Each time one stretch of the catalogue is
 * compared, so that in the end all of it is; where the numbers differ, all of it is at once.
 */
@ApplicationScoped
class Drift {

    private static final Logger LOG = Logger.getLogger(Drift.class);

    private final IndexComparison comparison;
    private final ChangesMeanwhile changes;
    private final EngineIndexes indexes;
    private final DriftBook book;
    private final int sample;

    Drift(
            IndexComparison comparison,
            ChangesMeanwhile changes,
            EngineIndexes indexes,
            DriftBook book,
            SearchSettings settings) {
        this.comparison = comparison;
        this.changes = changes;
        this.indexes = indexes;
        this.book = book;
        this.sample = settings.drift().sample();
    }

    /** Compares behind a position, or everything where the numbers differ. */
    void repair(UUID position) {
        boolean whole = numbersDiffer();
        UUID at = whole ? ProductDocuments.BEFORE_ALL : position;
        long found = 0;
        Stretch stretch;
        do {
            stretch = comparison.compare(IndexedProduct.class, at, sample, this::refresh);
            if (!stretch.wrong().isEmpty()) {
                found += stretch.wrong().size();
                book.repair(stretch.wrong());
            }
            at = stretch.isLast() ? ProductDocuments.BEFORE_ALL : stretch.end();
        } while (whole && !stretch.isLast());
        book.record(at, found);
        if (found > 0) {
            LOG.warnf("%d products were not in the search index as they are; they are brought again", found);
        }
    }

    private boolean numbersDiffer() {
        Balance balance = changes.balance();
        refresh();
        return Math.abs(balance.products() - comparison.count(IndexedProduct.class)) > balance.unsettled();
    }

    private void refresh() {
        indexes.refresh(IndexAliases.OF_LIVE.getFirst());
    }
}
