package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.ProcessIdentity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs a set of components: starts each when what it needs answers, keeps all alive, stops them in order. */
public final class Supervisor implements AutoCloseable {

    private final Object stopping = new Object();
    private final List<Keeper> keepers;
    private final int portOffset;
    private final Consumer<StackState> publish;
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private Phase phase = Phase.STARTING;
    private String reason;

    /** @param publish is given each new state, one at a time */
    public Supervisor(List<Component> components, int portOffset, Consumer<StackState> publish, Events events) {
        this.keepers = components.stream()
                .map(component -> new Keeper(component, events, this::publish))
                .toList();
        this.portOffset = portOffset;
        this.publish = publish;
    }

    /** Begins to start everything; returns at once. */
    public void start() {
        publish();
        Map<String, CompletableFuture<Void>> ready = keepers.stream()
                .collect(Collectors.toMap(keeper -> keeper.component().name(), Keeper::ready));
        CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                .thenRun(() -> started.complete(null));
        for (Keeper keeper : keepers) {
            keeper.ready().exceptionally(failure -> {
                started.completeExceptionally(failure);
                return null;
            });
            CompletableFuture.allOf(
                            keeper.component().needs().stream().map(ready::get).toArray(CompletableFuture[]::new))
                    .thenRun(keeper::start);
        }
    }

    /**
     * Returns when every component has answered.
     *
     * @throws RuntimeException if one did not; everything has been stopped then
     */
    public void awaitReady() {
        try {
            started.join();
            enter(Phase.RUNNING, null);
        } catch (CompletionException e) {
            RuntimeException cause = e.getCause() instanceof RuntimeException runtime ? runtime : e;
            stop(Phase.FAILED, cause.getMessage());
            throw cause;
        }
    }

    /** The state of this moment. */
    public synchronized StackState state() {
        return new StackState(
                ProcessIdentity.of(ProcessHandle.current()),
                phase,
                reason,
                portOffset,
                keepers.stream().map(Keeper::state).toList());
    }

    /** Stops everything, in the order of the tiers. Returns when nothing is left; a second call waits for the first. */
    @Override
    public void close() {
        stop(Phase.STOPPED, null);
    }

    private synchronized void publish() {
        publish.accept(state());
    }

    private synchronized void enter(Phase next, String why) {
        boolean isOver = phase == Phase.STOPPED || phase == Phase.FAILED;
        if (!isOver && (phase != Phase.STOPPING || next != Phase.RUNNING)) {
            phase = next;
            reason = why;
            publish();
        }
    }

    private void stop(Phase end, String why) {
        synchronized (stopping) {
            enter(Phase.STOPPING, why);
            TreeMap<Integer, List<Keeper>> tiers = keepers.stream()
                    .collect(Collectors.groupingBy(
                            keeper -> keeper.component().tier(), TreeMap::new, Collectors.toList()));
            tiers.descendingMap().values().forEach(Supervisor::stopTogether);
            enter(end, why);
        }
    }

    private static void stopTogether(List<Keeper> keepers) {
        List<Thread> threads = keepers.stream()
                .map(keeper -> Thread.ofPlatform().start(keeper::stop))
                .toList();
        threads.forEach(Supervisor::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
