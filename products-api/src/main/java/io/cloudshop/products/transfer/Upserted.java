package io.cloudshop.products.transfer;

import java.util.HashSet;
import java.util.Set;

/**
 * Skus by what became of them.
 *
 * @param contended those that others added, renamed or deleted whenever we looked
 */
record Upserted(Set<String> added, Set<String> edited, Set<String> unchanged, Set<String> contended) {

    /** Nothing yet. */
    Upserted() {
        this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    boolean contains(String sku) {
        return added.contains(sku) || edited.contains(sku) || unchanged.contains(sku);
    }
}
