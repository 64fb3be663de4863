package io.cloudshop.system.consistency;

import io.cloudshop.system.consistency.Promise.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many customers at once. */
final class Shopping implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<List<Attempt>>> running = new ArrayList<>();

    /** Begins a checkout and does not wait for it. */
    void begin(Callable<Attempt> checkout) {
        beginMany(() -> List.of(checkout.call()));
    }

    /** Begins a customer who checks out more than once. */
    void beginMany(Callable<List<Attempt>> checkouts) {
        running.add(threads.submit(checkouts));
    }

    /** Every answer, once all are there. */
    List<Attempt> finish() {
        List<Attempt> attempts = new ArrayList<>();
        for (Future<List<Attempt>> customer : running) {
            try {
                attempts.addAll(customer.get());
            } catch (ExecutionException e) {
                throw new AssertionError("A checkout failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return attempts;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
