package io.cloudshop.products.search;

import java.util.List;
import java.util.UUID;

/**
 * Names in the search engine. Hibernate Search knows the index that is searched and the one that is being made by their
 * aliases; the index behind them has the name of the rebuild that made it.
 */
final class IndexAliases {

    /** The index that is searched, as Hibernate Search calls it. */
    static final String LIVE = "product";

    /** The index that is being made. */
    static final String STAGED = "product-staged";

    /** What Hibernate Search's layout makes of it: the alias to write through, the one to search. */
    static final List<String> OF_LIVE = of(LIVE);

    static final List<String> OF_STAGED = of(STAGED);

    private static final String PREFIX = "product-";

    private IndexAliases() {}

    static String indexOf(UUID rebuild) {
        return PREFIX + rebuild;
    }

    /** Every index that a rebuild may have made, as a pattern. */
    static String allIndexes() {
        return PREFIX + "*";
    }

    /** The rebuild that made an index of that name; null where none can have. */
    static UUID rebuildOf(String index) {
        try {
            return index.startsWith(PREFIX) ? UUID.fromString(index.substring(PREFIX.length())) : null;
        } catch (IllegalArgumentException otherName) {
            return null;
        }
    }

    static boolean isWriteAlias(String alias) {
        return alias.endsWith("-write");
    }

    private static List<String> of(String index) {
        return List.of(index + "-write", index + "-read");
    }
}
