package io.cloudshop.defaults.security;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * A key set that somebody else publishes. One fetch at a time, and none so soon after the one before: tokens that name keys
 * which nobody has are free to make. Known keys serve at once, whatever becomes of a fetch; who asks for another one waits
 * for a moment only, however long the fetch takes. Thread-safe.
 */
final class KeySetCache implements VerificationKeyResolver {

    private static final long FRESH_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long SPACING_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration FIRST_KEYS = Duration.ofSeconds(4);
    private static final Duration OTHER_KEYS = Duration.ofMillis(100);

    private final Supplier<List<JsonWebKey>> source;
    private final VerificationJwkSelector selector = new VerificationJwkSelector();
    private final AtomicReference<Fetch> last = new AtomicReference<>();
    private volatile KeySet known;

    /** @param source throws an {@link java.io.UncheckedIOException} where there is no answer */
    KeySetCache(Supplier<List<JsonWebKey>> source) {
        this.source = source;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        KeySet keys = known;
        JsonWebKey key = keys == null ? null : select(token, keys);
        if (key == null) {
            key = select(token, await(fetch(), keys == null ? FIRST_KEYS : OTHER_KEYS));
        } else if (keys.isOld()) {
            fetch();
        }
        if (key == null) {
            throw new UnresolvableKeyException("No published key is the token's");
        }
        return key.getKey();
    }

    private JsonWebKey select(JsonWebSignature token, KeySet keys) throws UnresolvableKeyException {
        try {
            return selector.select(token, keys.keys());
        } catch (JoseException malformed) {
            throw new UnresolvableKeyException("The token names no key that could be published", malformed);
        }
    }

    /** The fetch that is under way or has just ended, else a new one. */
    private CompletableFuture<KeySet> fetch() {
        Fetch latest = last.get();
        if (latest != null && latest.isRecent()) {
            return latest.outcome();
        }
        Fetch next = new Fetch(System.nanoTime(), new CompletableFuture<>());
        if (!last.compareAndSet(latest, next)) {
            return last.get().outcome();
        }
        Thread.ofVirtual().name("key-set").start(() -> complete(next.outcome()));
        return next.outcome();
    }

    private void complete(CompletableFuture<KeySet> outcome) {
        try {
            KeySet fetched = new KeySet(source.get(), System.nanoTime());
            known = fetched;
            outcome.complete(fetched);
        } catch (RuntimeException noAnswer) {
            outcome.completeExceptionally(noAnswer);
        }
    }

    private static KeySet await(CompletableFuture<KeySet> fetch, Duration patience) throws UnresolvableKeyException {
        try {
            return fetch.copy()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            throw new UnresolvableKeyException("The key set cannot be had", asIoFailure(failure.getCause()));
        }
    }

    private static Throwable asIoFailure(Throwable cause) {
        return cause instanceof TimeoutException ? new IOException("No answer in time", cause) : cause;
    }

    private record KeySet(List<JsonWebKey> keys, long since) {

        private boolean isOld() {
            return System.nanoTime() - since > FRESH_NANOS;
        }
    }

    private record Fetch(long begun, CompletableFuture<KeySet> outcome) {

        private boolean isRecent() {
            return !outcome.isDone() || System.nanoTime() - begun < SPACING_NANOS;
        }
    }
}
