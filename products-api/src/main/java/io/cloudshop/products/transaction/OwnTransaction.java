package io.cloudshop.products.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** Runs work in a transaction of its own; whatever the work throws undoes it. */
@ApplicationScoped
class OwnTransaction {

    // A supplier, since a checked exception would commit.
    @Transactional(TxType.REQUIRES_NEW)
    <T> T call(Supplier<T> work) {
        return work.get();
    }
}
