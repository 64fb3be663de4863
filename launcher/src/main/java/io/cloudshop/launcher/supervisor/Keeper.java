package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.LogFile;
import io.cloudshop.stores.process.LogMark;
import io.cloudshop.stores.process.ProcessIdentity;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.StartFailed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Keeps one component running: starts it, watches it, starts it again when it ends. */
final class Keeper {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final long POLL_MILLIS = 100;
    private static final long WATCH_MILLIS = 1_000;
    private static final long GRACE_MILLIS = 10_000;

    private final Component component;
    private final Program program;
    private final Events events;
    private final Runnable onChange;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private Thread thread;
    private volatile Process process;
    private LogMark startOfLog;
    private boolean isStopping;
    private volatile ComponentState state;

    Keeper(Component component, Events events, Runnable onChange) {
        this.component = component;
        this.program = component.program();
        this.events = events;
        this.onChange = onChange;
        this.state = new ComponentState(
                component.name(),
                component.kind(),
                null,
                component.port(),
                component.managementPort(),
                Health.starting,
                0);
    }

    Component component() {
        return component;
    }

    ComponentState state() {
        return state;
    }

    /** Done when the component has answered for the first time, failed if it ended before. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    synchronized void start() {
        if (!isStopping) {
            thread = Thread.ofPlatform().name("keeper-" + component.name()).start(this::keep);
        }
    }

    /** Ends the component for good. Returns when its process is gone. */
    void stop() {
        synchronized (this) {
            isStopping = true;
            notifyAll();
        }
        endProcess();
        join();
        ready.completeExceptionally(new IllegalStateException(component.name() + " was stopped"));
        update(null, Health.down, state.restarts());
    }

    private void keep() {
        try {
            long diedAt = 0;
            while (true) {
                if (isReplaced()) {
                    standAside();
                    diedAt = System.nanoTime();
                }
                long startedAt = System.nanoTime();
                String failure = runOnce(diedAt);
                diedAt = System.nanoTime();
                if (isReplaced()) {
                    continue;
                }
                if (!startAgain(failure, Duration.ofNanos(diedAt - startedAt))) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One life of the process, from its start to its end. Returns how it ended. */
    private String runOnce(long diedAt) throws InterruptedException {
        try {
            if (launch() && awaitAnswer()) {
                reportReady(diedAt);
                watch();
            }
        } catch (RuntimeException e) {
            endProcess();
            return "could not be started: " + e.getMessage();
        }
        return process == null ? "was not started" : "ended with status " + process.waitFor();
    }

    /** Starts the process unless the component is being stopped. */
    private boolean launch() {
        LogFile.bound(program.log());
        startOfLog = LogMark.atTheEndOf(program.log());
        program.prepare();
        synchronized (this) {
            if (isStopping) {
                return false;
            }
            process = program.start();
        }
        update(process, Health.starting, state.restarts());
        return true;
    }

    private boolean awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (program.answers()) {
                program.provision();
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no answer within " + START_LIMIT.toSeconds() + " s");
            }
        }
        return false;
    }

    private void reportReady(long diedAt) {
        update(process, Health.up, state.restarts());
        if (!ready.complete(null)) {
            events.isBack(component.name(), Duration.ofNanos(System.nanoTime() - diedAt));
        }
    }

    private void watch() throws InterruptedException {
        while (!process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
            if (isReplaced()) {
                endProcess();
                return;
            }
            Health seen = program.answers() ? Health.up : Health.down;
            if (seen != state.health() && process.isAlive()) {
                update(process, seen, state.restarts());
            }
            LogFile.bound(program.log());
        }
    }

    /** Says how the developer's is, until that is over. */
    private void standAside() throws InterruptedException {
        process = null;
        update(null, Health.down, state.restarts());
        events.standsAside(component.name());
        ready.complete(null);
        while (isReplaced()) {
            Health seen = program.answers() ? Health.up : Health.down;
            if (seen != state.health()) {
                update(null, seen, state.restarts());
            }
            pause();
        }
    }

    private synchronized boolean isReplaced() {
        return !isStopping && program.isReplaced();
    }

    private synchronized void pause() throws InterruptedException {
        if (!isStopping) {
            wait(WATCH_MILLIS);
        }
    }

    /** Waits until the next start is due; false if there is none. */
    private synchronized boolean startAgain(String failure, Duration lived) throws InterruptedException {
        if (isStopping) {
            return false;
        }
        if (!ready.isDone()) {
            update(null, Health.down, state.restarts());
            ready.completeExceptionally(new StartFailed(component.name(), failure, startOfLog));
            return false;
        }
        Duration delay = backoff.after(lived);
        update(null, Health.down, state.restarts() + 1);
        events.died(component.name(), failure, delay);
        wait(delay.toMillis());
        return !isStopping;
    }

    private void endProcess() {
        Process running = process;
        if (running != null) {
            Processes.stop(running.toHandle(), program.stopSignal(), GRACE_MILLIS);
        }
    }

    private void update(Process current, Health health, int restarts) {
        state = new ComponentState(
                component.name(),
                component.kind(),
                current == null ? null : ProcessIdentity.of(current.toHandle()),
                component.port(),
                component.managementPort(),
                health,
                restarts);
        onChange.run();
    }

    private void join() {
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
