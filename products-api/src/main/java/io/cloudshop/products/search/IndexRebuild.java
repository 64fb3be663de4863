package io.cloudshop.products.search;

import io.cloudshop.products.search.ChangesMeanwhile.Balance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Makes an index beside the one that is searched and puts it in its place when it is complete: filled from the table,
 * caught up with what changed meanwhile, compared. Whatever fails before that leaves the searched one as it is.
 */
@ApplicationScoped
class IndexRebuild {

    private static final Logger LOG = Logger.getLogger(IndexRebuild.class);

    /** Changes come faster than they can be caught up with only if something is wrong. */
    private static final int MOST_CATCH_UPS = 20;

    /** So few are left to the outbox, which has them in the new index a moment after it was published. */
    private static final int FEW = 10;

    /** So many stretches of so many products each are compared before the index is published. */
    private static final int SAMPLES = 5;

    private static final int SAMPLE = 200;

    private final EngineIndexes indexes;
    private final IndexFilling filling;
    private final ChangesMeanwhile changes;
    private final ProductDocuments products;
    private final IndexComparison comparison;

    IndexRebuild(
            EngineIndexes indexes,
            IndexFilling filling,
            ChangesMeanwhile changes,
            ProductDocuments products,
            IndexComparison comparison) {
        this.indexes = indexes;
        this.filling = filling;
        this.changes = changes;
        this.products = products;
        this.comparison = comparison;
    }

    /**
     * Returns when the new index is searched, and gives those that were before.
     *
     * @param sign hears of the progress often, and throws to end it all
     */
    List<String> run(UUID rebuild, Consumer<Progress> sign) {
        String index = IndexAliases.indexOf(rebuild);
        indexes.create(index);
        Progress done = filling.fill(sign);
        catchUp(done, sign);
        indexes.refresh(index);
        check(index);
        sign.accept(done);
        indexes.compact(index);
        List<String> replaced = indexes.publish(index);
        LOG.infof("The search index %s with %d products took over", index, done.indexed());
        return replaced;
    }

    private void catchUp(Progress done, Consumer<Progress> sign) {
        List<UUID> changed = changes.take();
        for (int i = 0; changed.size() > FEW && i < MOST_CATCH_UPS; i++) {
            filling.bring(changed);
            sign.accept(done);
            changed = changes.take();
        }
        filling.bring(changed);
    }

    /** What is on its way still may differ, nothing else. */
    private void check(String index) {
        long documents = comparison.count(StagedProduct.class);
        Balance balance = changes.balance();
        if (Math.abs(balance.products() - documents) > balance.unsettled()) {
            throw new IllegalStateException(index + " has " + documents + " documents for " + balance.products()
                    + " products, of which " + balance.unsettled() + " are unsettled");
        }
        for (UUID start : products.samples(SAMPLES, SAMPLE)) {
            List<UUID> wrong = comparison
                    .compare(StagedProduct.class, start, SAMPLE, () -> indexes.refresh(index))
                    .wrong();
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(
                        index + " has other documents than the table, such as " + wrong.getFirst());
            }
        }
    }
}
