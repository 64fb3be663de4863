package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * Every client's buckets. Redis decides as long as it answers in time. One answer that is late costs one request the wait
 * for it: those after it still tell Redis, but this replica decides at once by what it knows from earlier answers, until
 * one comes in time. While Redis is away this replica grants its share of what was left. Thread-safe.
 */
@ApplicationScoped
class Buckets {

    /** What came of a request, and whether all replicas have decided or this one. */
    record Verdict(Take take, boolean isShared) {}

    private final RateLimitConfig config;
    private final Quotas quotas;
    private final SharedBuckets shared;
    private final LocalBuckets local;

    Buckets(RateLimitConfig config, Quotas quotas, SharedBuckets shared, LocalBuckets local) {
        this.config = config;
        this.quotas = quotas;
        this.shared = shared;
        this.local = local;
    }

    /** Never fails. */
    Future<Verdict> take(Traffic traffic, String client) {
        String key = traffic.text() + ":" + client;
        boolean isWorthTheWait = shared.isPrompt();
        Future<Take> answer = shared.take(key, quotas.shared(traffic));
        if (!isWorthTheWait || answer.failed()) {
            answer.onSuccess(late -> local.follow(key, quotas.local(traffic), late, true));
            return Future.succeededFuture(own(key, traffic));
        }
        return answer.timeout(config.patience().toNanos(), TimeUnit.NANOSECONDS)
                .map(take -> shared(key, traffic, take))
                .otherwise(awayOrLate -> {
                    shared.isLate();
                    answer.onSuccess(late -> local.follow(key, quotas.local(traffic), late, true));
                    return own(key, traffic);
                });
    }

    private Verdict shared(String key, Traffic traffic, Take take) {
        local.follow(key, quotas.local(traffic), take, false);
        return new Verdict(take, true);
    }

    private Verdict own(String key, Traffic traffic) {
        return new Verdict(local.take(key, quotas.local(traffic)), false);
    }
}
