package io.cloudshop.products.transfer;

import java.util.Collection;
import java.util.List;

/** What became of the lines of a batch: each is created, updated or rejected; what is unchanged counts as updated too. */
record BatchResult(long created, long updated, long unchanged, List<Rejection> rejected) {

    BatchResult {
        rejected = List.copyOf(rejected);
    }

    static BatchResult sum(Collection<BatchResult> parts) {
        return new BatchResult(
                parts.stream().mapToLong(BatchResult::created).sum(),
                parts.stream().mapToLong(BatchResult::updated).sum(),
                parts.stream().mapToLong(BatchResult::unchanged).sum(),
                parts.stream().flatMap(part -> part.rejected().stream()).toList());
    }
}
