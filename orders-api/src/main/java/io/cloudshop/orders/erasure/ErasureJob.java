package io.cloudshop.orders.erasure;

import io.cloudshop.orders.cart.Carts;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Forgets customers who have deleted their account (ADR 37). auth-service names them until we say that it is done; what
 * fails is done in a later round. Every replica asks: to forget somebody twice is as good as once.
 */
@ApplicationScoped
class ErasureJob {

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    private final ErasuresClient authService;
    private final CustomerErasure erasure;
    private final Carts carts;
    private final ErasureSettings settings;

    ErasureJob(@RestClient ErasuresClient authService, CustomerErasure erasure, Carts carts, ErasureSettings settings) {
        this.authService = authService;
        this.erasure = erasure;
        this.carts = carts;
        this.settings = settings;
    }

    /** Not at once: where a whole shop starts, auth-service is not there yet. */
    @Scheduled(
            identity = "erasures",
            every = "${cloudshop.erasures.interval:5s}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetWhoeverHasLeft() {
        try {
            pending().forEach(this::forget);
        } catch (RuntimeException later) {
            LOG.warnf("Whom to forget is asked again in %s: %s", settings.interval(), later.getMessage());
        }
    }

    private void forget(UUID userId) {
        carts.clear(userId);
        erasure.forget(userId);
        try (Response answer = authService.confirm(userId)) {
            require(answer, Response.Status.NO_CONTENT);
        }
        LOG.infof("Customer %s is forgotten", userId);
    }

    private List<UUID> pending() {
        try (Response answer = authService.pending(settings.atOnce())) {
            require(answer, Response.Status.OK);
            return answer.readEntity(PendingErasures.class).items().stream()
                    .map(PendingErasures.Customer::userId)
                    .toList();
        }
    }

    private static void require(Response answer, Response.Status expected) {
        if (answer.getStatus() != expected.getStatusCode()) {
            throw new IllegalStateException("auth-service answered " + answer.getStatus());
        }
    }
}
