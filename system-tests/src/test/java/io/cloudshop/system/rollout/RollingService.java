package io.cloudshop.system.rollout;

import io.cloudshop.stores.process.Ports;
import io.cloudshop.system.shop.Endpoints;
import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.Site;
import io.cloudshop.system.shop.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A Deployment with two replicas and the Service in front of it, as a cluster would run them. */
final class RollingService implements AutoCloseable {

    private static final int REPLICAS = 2;
    /** So long the nodes still send new connections to a pod that is leaving. */
    private static final long PROPAGATION_MILLIS = 2_000;

    private final String module;
    private final PodLifecycle lifecycle;
    private final Endpoints endpoints = Endpoints.asKubeProxy();
    private final Wire wire = new Wire(Ports.free(), endpoints);
    private final Deque<Node> replicas = new ArrayDeque<>();

    private Site site;
    private int generation;

    RollingService(String module) {
        this.module = module;
        this.lifecycle = PodLifecycle.of(module);
    }

    /** The port of the Service; there before any replica. */
    int port() {
        return wire.port();
    }

    /** Adds the replicas to a site that starts them. */
    void deployTo(Site target) {
        site = target;
        for (int i = 0; i < REPLICAS; i++) {
            replicas.add(newReplica());
        }
    }

    /** Sends connections to the replicas, now that they are ready. */
    void open() {
        replicas.forEach(replica -> endpoints.add(replica.port()));
    }

    /**
     * Replaces each replica as a Deployment with {@code maxUnavailable: 0} does: the next one is ready before the old one
     * is asked to go.
     *
     * @return for each old replica, whether it ended by itself within its grace period
     */
    List<CompletableFuture<Boolean>> roll(Executor threads) {
        List<CompletableFuture<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < REPLICAS; i++) {
            Node next = newReplica();
            next.start();
            endpoints.add(next.port());
            replicas.addLast(next);
            Node old = replicas.removeFirst();
            ends.add(CompletableFuture.supplyAsync(() -> end(old), threads));
        }
        return ends;
    }

    private boolean end(Node old) {
        CompletableFuture.delayedExecutor(PROPAGATION_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> endpoints.remove(old.port()));
        return old.terminate(lifecycle.grace());
    }

    private Node newReplica() {
        site.tell("QUARKUS_SHUTDOWN_DELAY", lifecycle.shutdownDelay().orElse("0"));
        return site.add(module, module + "-" + generation++);
    }

    @Override
    public void close() {
        wire.close();
    }
}
