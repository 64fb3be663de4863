package io.cloudshop.products.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what an import would do. Remembers the skus that are new, a hundred thousand at most. Belongs to one thread. */
final class DryRun implements BatchSink {

    private final ProductRows rows;
    private final Set<String> added = new HashSet<>();

    DryRun(ProductRows rows) {
        this.rows = rows;
    }

    @Override
    public BatchResult write(ImportBatch batch) {
        Set<String> skus =
                batch.entries().stream().map(entry -> entry.product().sku()).collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(skus);
        unknown.removeAll(rows.known(skus));
        unknown.removeAll(added);
        added.addAll(unknown);
        return new BatchResult(unknown.size(), (long) batch.lines() - unknown.size(), 0, List.of());
    }
}
