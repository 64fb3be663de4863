package io.cloudshop.products.transfer;

import io.cloudshop.products.transaction.RetriedTransaction;
import io.cloudshop.products.transfer.ImportBatch.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.JDBCException;

/** Writes a batch in a transaction of its own, so that what an import has counted is kept whatever comes after it. */
@ApplicationScoped
class BatchWriter {

    private static final String CONTENDED = "was added, renamed or deleted by somebody else at the same moment";
    private static final String REFUSED = "is refused by the database";

    /** SQLSTATE classes: data exception, integrity constraint violation. */
    private static final Set<String> ABOUT_THE_DATA = Set.of("22", "23");

    private final RetriedTransaction transaction;
    private final ProductUpsert upsert;

    BatchWriter(RetriedTransaction transaction, ProductUpsert upsert) {
        this.transaction = transaction;
        this.upsert = upsert;
    }

    BatchResult write(ImportBatch batch, String actor) {
        try {
            return together(batch.entries(), actor);
        } catch (JDBCException failed) {
            if (isAboutTheData(failed)) {
                return oneByOne(batch.entries(), actor);
            }
            throw failed;
        }
    }

    private BatchResult together(Collection<Entry> entries, String actor) {
        List<ProductLine> products = entries.stream().map(Entry::product).toList();
        return result(entries, transaction.call(() -> upsert.write(products, actor)));
    }

    /** Slow, and never needed as long as our rules are at least as strict as the database's. */
    private BatchResult oneByOne(Collection<Entry> entries, String actor) {
        List<BatchResult> results = new ArrayList<>();
        for (Entry entry : entries) {
            try {
                results.add(together(List.of(entry), actor));
            } catch (JDBCException failed) {
                if (!isAboutTheData(failed)) {
                    throw failed;
                }
                results.add(new BatchResult(0, 0, 0, rejections(entry, REFUSED)));
            }
        }
        return BatchResult.sum(results);
    }

    private static BatchResult result(Collection<Entry> entries, Upserted upserted) {
        long lines = 0;
        long unchanged = 0;
        List<Rejection> rejected = new ArrayList<>();
        for (Entry entry : entries) {
            String sku = entry.product().sku();
            int said = entry.lines().size();
            if (upserted.contended().contains(sku)) {
                rejected.addAll(rejections(entry, CONTENDED));
            } else {
                lines += said;
                unchanged += upserted.unchanged().contains(sku) ? said : 0;
            }
        }
        long created = upserted.added().size();
        return new BatchResult(created, lines - created, unchanged, rejected);
    }

    private static List<Rejection> rejections(Entry entry, String message) {
        return entry.lines().stream().map(line -> new Rejection(line, message)).toList();
    }

    private static boolean isAboutTheData(JDBCException failed) {
        String state = failed.getSQLState();
        return state != null && state.length() == 5 && ABOUT_THE_DATA.contains(state.substring(0, 2));
    }
}
