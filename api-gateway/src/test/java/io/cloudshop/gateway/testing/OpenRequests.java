package io.cloudshop.gateway.testing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts requests as Quarkus' graceful shutdown does: one that is never done delays every shutdown. */
@ApplicationScoped
public class OpenRequests {

    private final AtomicInteger open = new AtomicInteger();

    void count(@Observes Filters filters) {
        filters.register(
                context -> {
                    open.incrementAndGet();
                    QuarkusRequestWrapper.get(context.request()).addRequestDoneHandler(done -> open.decrementAndGet());
                    context.next();
                },
                20_000);
    }

    public int count() {
        return open.get();
    }
}
