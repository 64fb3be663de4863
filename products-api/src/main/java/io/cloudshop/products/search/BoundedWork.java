package io.cloudshop.products.search;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Does work on a few virtual threads. Whoever submits waits for a free one, and meets there the failure of work before.
 * Closing it interrupts what is still at work and waits for its end. To be used by one thread.
 */
final class BoundedWork implements AutoCloseable {

    private static final long SIGN_EVERY_MILLIS = 1_000;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("search-rebuild-", 0).factory());
    private final ExecutorCompletionService<Long> results = new ExecutorCompletionService<>(threads);
    private final int most;

    private int running;
    private long done;
    private long lastSign = System.nanoTime();

    /** @param most how much is done at the same time */
    BoundedWork(int most) {
        this.most = most;
    }

    /**
     * Has it done soon.
     *
     * @param size how much of the whole it is
     * @param sign hears every second how much is done, also while it waits
     */
    void submit(long size, Runnable work, LongConsumer sign) {
        await(most - 1, sign);
        results.submit(work, size);
        running++;
    }

    /** Waits for all of it and gives its size. */
    long finish(LongConsumer sign) {
        await(0, sign);
        return done;
    }

    private void await(int still, LongConsumer sign) {
        try {
            signIfDue(sign);
            while (running > still) {
                take(results.poll(SIGN_EVERY_MILLIS, TimeUnit.MILLISECONDS));
                signIfDue(sign);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        }
    }

    private void take(Future<Long> finished) throws InterruptedException {
        if (finished == null) {
            return;
        }
        running--;
        try {
            done += finished.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void signIfDue(LongConsumer sign) {
        if (System.nanoTime() - lastSign >= TimeUnit.MILLISECONDS.toNanos(SIGN_EVERY_MILLIS)) {
            lastSign = System.nanoTime();
            sign.accept(done);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
