package io.cloudshop.defaults.security;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey;

/**
 * The last known key set, and one fetch of the next at a time. Whoever made up a key must not cost anybody else anything:
 * few wait for a fetch, shortly, and nobody for one that hangs. jose4j's own cache has each of them wait in turn for a fetch
 * of their own. Thread-safe.
 */
final class RemoteKeySet {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration SHORTLY = Duration.ofMillis(250);
    private static final int MOST_WAITING = 16;

    /** After a fetch what it did not bring is unknown for so long, whoever asks. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PAUSE_WITHOUT_KEYS = Duration.ofMillis(500);

    private final Supplier<CompletableFuture<List<JsonWebKey>>> source;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final AtomicReference<KeySetFetch> last = new AtomicReference<>(KeySetFetch.none());

    private volatile Known known;

    RemoteKeySet(Supplier<CompletableFuture<List<JsonWebKey>>> source) {
        this.source = source;
    }

    /** The keys that are known; those that are old serve on while there are no others. */
    List<JsonWebKey> keys() throws IOException {
        Known keys = known;
        if (keys == null || keys.fetch().isOlderThan(FRESH)) {
            await(refresh());
            keys = known;
        }
        if (keys == null) {
            throw new IOException("The key set cannot be fetched");
        }
        return keys.keys();
    }

    /** The keys after a look whether there are others; fails where nobody can tell. */
    List<JsonWebKey> keysAfterALook() throws IOException {
        if (!await(refresh())) {
            throw new IOException("Whether there is another key cannot be found out now");
        }
        return known.keys();
    }

    private KeySetFetch refresh() {
        KeySetFetch latest = last.get();
        if (!isTimeAfter(latest)) {
            return latest;
        }
        KeySetFetch next = new KeySetFetch();
        if (!last.compareAndSet(latest, next)) {
            return last.get();
        }
        source.get().whenComplete((keys, failure) -> {
            if (failure == null) {
                known = new Known(keys, next);
                next.succeed();
            } else {
                next.fail(failure);
            }
        });
        return next;
    }

    private boolean isTimeAfter(KeySetFetch fetch) {
        if (fetch.isUnderWay()) {
            return false;
        }
        Duration afterFailure = known == null ? PAUSE_WITHOUT_KEYS : PAUSE_AFTER_FAILURE;
        return fetch.hasNotBegun() || fetch.isOlderThan(fetch.hasSucceeded() ? PAUSE : afterFailure);
    }

    /** Without any keys everybody waits: no token can be verified before. */
    private boolean await(KeySetFetch fetch) {
        if (!fetch.isUnderWay()) {
            return fetch.hasSucceeded();
        }
        if (known == null) {
            return fetch.await(KeySetSource.TIMEOUT);
        }
        if (fetch.isOlderThan(SHORTLY) || !waiting.tryAcquire()) {
            return false;
        }
        try {
            return fetch.await(SHORTLY);
        } finally {
            waiting.release();
        }
    }

    private record Known(List<JsonWebKey> keys, KeySetFetch fetch) {}
}
