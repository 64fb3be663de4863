package io.cloudshop.products.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that are written together. Of several with the same sku the last one counts, as if they were written one after the
 * other. Belongs to one thread.
 */
final class ImportBatch {

    private static final int MOST_LINES = 1_000;
    /** Characters, so that the longest lines fit into a small heap as well. */
    private static final int MOST_TEXT = 2 * 1024 * 1024;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private int lines;
    private int text;

    /**
     * A product and where it comes from.
     *
     * @param lines those that speak of it, the one that counts last
     */
    record Entry(ProductLine product, List<Long> lines) {

        private Entry followedBy(ProductLine next, long line) {
            List<Long> both = new ArrayList<>(lines);
            both.add(line);
            return new Entry(product.followedBy(next), both);
        }
    }

    void add(ProductLine product, long line, int length) {
        lines++;
        text += length;
        Entry before = entries.get(product.sku());
        entries.put(
                product.sku(), before == null ? new Entry(product, List.of(line)) : before.followedBy(product, line));
    }

    boolean isFull() {
        return lines >= MOST_LINES || text >= MOST_TEXT;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int lines() {
        return lines;
    }

    Collection<Entry> entries() {
        return entries.values();
    }
}
