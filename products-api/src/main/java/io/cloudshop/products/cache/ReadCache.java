package io.cloudshop.products.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * What was read a moment ago, in the memory of this replica: each key is loaded once however many ask at the same moment, is
 * served for at most its time to live, and not at all once it was dropped, also when it was being loaded just then. What does
 * not exist and what fails is not kept. Thread-safe.
 */
public final class ReadCache<K, V> {

    /** The shortest life as a part of the longest, so that what was loaded together does not end together. */
    private static final double SHORTEST = 0.75;

    private final AsyncCache<K, V> values;
    private final Counter hits;
    private final Counter misses;

    public ReadCache(String name, long mostEntries, Duration timeToLive, MeterRegistry metrics) {
        this(name, mostEntries, timeToLive, Ticker.systemTicker(), metrics);
    }

    ReadCache(String name, long mostEntries, Duration timeToLive, Ticker ticker, MeterRegistry metrics) {
        this.values = Caffeine.newBuilder()
                .maximumSize(mostEntries)
                .ticker(ticker)
                .expireAfter(Expiry.<K, V>writing((key, value) -> jittered(timeToLive)))
                .buildAsync();
        this.hits = counter(name, "hit", metrics);
        this.misses = counter(name, "miss", metrics);
    }

    /** @param loader asked on the caller's thread; its failure is everybody's who waited for it */
    public Optional<V> get(K key, Function<K, Optional<V>> loader) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> found = values.asMap().putIfAbsent(key, mine);
        if (found == null) {
            misses.increment();
            return load(key, loader, mine);
        }
        hits.increment();
        return await(found);
    }

    /** What is there already, and nobody has to wait for. */
    public Optional<V> peek(K key) {
        CompletableFuture<V> found = values.getIfPresent(key);
        return found == null || !found.isDone() || found.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.ofNullable(found.join());
    }

    private Optional<V> load(K key, Function<K, Optional<V>> loader, CompletableFuture<V> mine) {
        try {
            Optional<V> loaded = loader.apply(key);
            mine.complete(loaded.orElse(null));
            return loaded;
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
            throw failed;
        }
    }

    private static <V> Optional<V> await(CompletableFuture<V> found) {
        try {
            return Optional.ofNullable(found.join());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    public void drop(Collection<K> keys) {
        values.asMap().keySet().removeAll(keys);
    }

    public void dropAll() {
        values.asMap().clear();
    }

    private static Duration jittered(Duration longest) {
        return Duration.ofNanos(
                (long) (longest.toNanos() * ThreadLocalRandom.current().nextDouble(SHORTEST, 1)));
    }

    private static Counter counter(String name, String result, MeterRegistry metrics) {
        return Counter.builder("cloudshop.catalogue.cache.requests")
                .description("Reads by whether they were answered from this replica's memory")
                .tag("cache", name)
                .tag("result", result)
                .register(metrics);
    }
}
