package io.cloudshop.products.search;

import io.cloudshop.products.search.EngineIndexes.EngineIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Indexes that were never published, or are not any more. Others' indexes are left alone, whatever their names. */
@ApplicationScoped
class Leftovers {

    private static final Logger LOG = Logger.getLogger(Leftovers.class);

    /** Longer than any search takes. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final EngineIndexes indexes;
    private final Rebuilds rebuilds;
    private final Deque<Replaced> replaced = new ConcurrentLinkedDeque<>();

    Leftovers(EngineIndexes indexes, Rebuilds rebuilds) {
        this.indexes = indexes;
        this.rebuilds = rebuilds;
    }

    private record Replaced(String index, long since) {}

    /** These were searched until now, and searches that have begun may finish. */
    void removeLater(List<String> names) {
        names.forEach(name -> replaced.add(new Replaced(name, System.nanoTime())));
    }

    void removeDue() {
        for (Replaced next = replaced.peek(); next != null && isDue(next); next = replaced.peek()) {
            remove(next.index());
            replaced.remove();
        }
    }

    private static boolean isDue(Replaced next) {
        return System.nanoTime() - next.since() > GRACE.toNanos();
    }

    /** Asks the engine once more at the end: what was staged before may be published by then, but nothing after that. */
    void remove() {
        List<String> abandoned = indexes.ofRebuilds().stream()
                .map(EngineIndex::name)
                .filter(index ->
                        replaced.stream().noneMatch(next -> next.index().equals(index)))
                .filter(index -> !rebuilds.isRunning(IndexAliases.rebuildOf(index)))
                .toList();
        if (!abandoned.isEmpty()) {
            indexes.named(abandoned).stream()
                    .filter(Predicate.not(EngineIndex::isLive))
                    .map(EngineIndex::name)
                    .forEach(this::remove);
        }
    }

    private void remove(String index) {
        indexes.remove(index);
        LOG.infof("Removed the search index %s, which nobody searches", index);
    }
}
