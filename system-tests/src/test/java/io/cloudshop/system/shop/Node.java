package io.cloudshop.system.shop;

import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunningProgram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A program that a test may kill and start again. */
public final class Node implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Program program;
    private final int port;

    private RunningProgram running;

    Node(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    public String name() {
        return program.name();
    }

    public int port() {
        return port;
    }

    public boolean isRunning() {
        return running != null && running.process().isAlive();
    }

    /** Starts it and returns when it is ready; nothing if it runs already. */
    public synchronized void start() {
        if (!isRunning()) {
            if (program instanceof ServiceProcess service) {
                service.trainUnlessDone();
            }
            running = RunningProgram.start(program, START_LIMIT);
        }
    }

    /** Starts those that do not run, all at once. */
    static void startAll(List<Node> nodes) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = nodes.stream()
                    .<Future<?>>map(node -> threads.submit(node::start))
                    .toList();
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The shop did not start: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9}: no drain, no goodbye. */
    public synchronized void kill() {
        running.process().toHandle().destroyForcibly();
        running.process().onExit().join();
    }

    /** As the kubelet: asks it to end, and kills it after the grace period. Gives whether it ended by itself. */
    public boolean terminate(Duration grace) {
        ProcessHandle process = running.process().toHandle();
        long killed = System.nanoTime() + grace.toNanos();
        Processes.stop(process, program.stopSignal(), grace.toMillis());
        return System.nanoTime() < killed;
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
        }
    }
}
