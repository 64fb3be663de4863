package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Every client's buckets. Redis decides as long as it answers in time. One answer that is late costs one request the wait
 * for it: those after it still tell Redis, but this replica decides at once by what it knows from earlier answers, until
 * one comes in time. Only who has used half of a limit waits longer, and each time: there one decision of two replicas that
 * do not know of each other is one too many. While Redis is away this replica grants its share of what was left, and nobody
 * waits. Thread-safe.
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
        Quota share = quotas.local(traffic);
        boolean isNearLimit = !local.isHalfFull(key, share);
        boolean isWorthTheWait = isNearLimit || shared.isPrompt();
        Future<Take> answer =
                shared.take(key, quotas.shared(traffic)).onSuccess(take -> local.follow(key, share, take));
        if (answer.failed() || !isWorthTheWait) {
            return Future.succeededFuture(new Verdict(local.take(key, share), false));
        }
        Duration patience = isNearLimit ? config.patienceNearLimit() : config.patience();
        return answer.timeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .map(take -> new Verdict(take, true))
                .otherwise(awayOrLate -> {
                    shared.isLate();
                    return new Verdict(local.take(key, share), false);
                });
    }
}
