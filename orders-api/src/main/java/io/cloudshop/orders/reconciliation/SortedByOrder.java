package io.cloudshop.orders.reconciliation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One side of the books, read page by page in the order of ids. Not thread-safe. */
final class SortedByOrder<T> {

    private static final int PAGE = 500;

    private final BiFunction<UUID, Integer, List<T>> pages;
    private final Function<T, UUID> id;
    private final Deque<T> loaded = new ArrayDeque<>();

    private UUID last;
    private boolean exhausted;

    /** @param after where to begin; null for the beginning */
    SortedByOrder(UUID after, BiFunction<UUID, Integer, List<T>> pages, Function<T, UUID> id) {
        this.pages = pages;
        this.id = id;
        this.last = after;
    }

    /** The smallest id not taken yet, in the database's order: as text, which Java's own comparison of UUIDs is not. */
    Optional<String> nextId() {
        if (loaded.isEmpty() && !exhausted) {
            List<T> page = pages.apply(last, PAGE);
            loaded.addAll(page);
            exhausted = page.size() < PAGE;
            last = page.isEmpty() ? last : id.apply(page.getLast());
        }
        return Optional.ofNullable(loaded.peek()).map(id).map(UUID::toString);
    }

    /** Takes the next one if it is of that order. */
    Optional<T> take(String wanted) {
        return nextId().filter(wanted::equals).map(next -> loaded.poll());
    }
}
