package io.cloudshop.defaults.security;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt to fetch the key set, which all who need it share. Thread-safe. */
final class KeySetFetch {

    private final CompletableFuture<Void> outcome = new CompletableFuture<>();
    private final long begin = System.nanoTime();

    /** The attempt before the first one: nobody has to wait after it. */
    static KeySetFetch none() {
        KeySetFetch none = new KeySetFetch();
        none.outcome.cancel(false);
        return none;
    }

    void succeed() {
        outcome.complete(null);
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    boolean isUnderWay() {
        return !outcome.isDone();
    }

    boolean hasSucceeded() {
        return outcome.isDone() && !outcome.isCompletedExceptionally();
    }

    boolean hasNotBegun() {
        return outcome.isCancelled();
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - begin >= age.toNanos();
    }

    /** Waits until the attempt is over or so old; says whether it has succeeded. */
    boolean await(Duration age) {
        try {
            outcome.get(begin + age.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException failed) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
