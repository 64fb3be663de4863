package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Every client's buckets. Redis counts; who has used less than half of a limit does not wait for it: this replica lets a
 * few pass and tells Redis at once, all that came meanwhile in one message. Who has used more waits, since there one
 * decision of two replicas that do not know of each other is one too many.
 *
 * <p>Redis decides as long as it answers in time. One answer that is late costs one request the wait for it: those after
 * it still tell Redis, but this replica decides at once by what it knows from earlier answers, until one comes in time.
 * While Redis is away this replica grants its share of what was left, and nobody waits. Thread-safe.
 */
@ApplicationScoped
class Buckets {

    /** What came of a request, and whether all replicas have decided or this one, without them. */
    record Verdict(Take take, boolean isShared) {}

    private static final int NANOS = 1_000;

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
        ReplicaBucket bucket = local.of(key, quotas.local(traffic), now());
        Optional<Take> ahead = shared.isPrompt()
                ? bucket.takeAhead(quotas.shared(traffic), quotas.ahead(traffic), now())
                : Optional.empty();
        if (ahead.isEmpty()) {
            return ask(traffic, key, bucket);
        }
        tell(traffic, key, bucket);
        return Future.succeededFuture(new Verdict(ahead.get(), true));
    }

    private Future<Verdict> ask(Traffic traffic, String key, ReplicaBucket bucket) {
        Quota share = quotas.local(traffic);
        boolean isNearLimit = !bucket.isHalfFull(share, now());
        boolean isWorthTheWait = isNearLimit || shared.isPrompt();
        Future<Take> answer = count(traffic, key, bucket, bucket.tell(), 0);
        if (answer.failed() || !isWorthTheWait) {
            return Future.succeededFuture(new Verdict(bucket.take(share, now()), false));
        }
        Duration patience = isNearLimit ? config.patienceNearLimit() : config.patience();
        return answer.timeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .map(take -> new Verdict(take, true))
                .otherwise(awayOrLate -> {
                    shared.isLate();
                    return new Verdict(bucket.take(share, now()), false);
                });
    }

    /** Tells what was granted ahead, and, when that has been heard, what was granted meanwhile. */
    private void tell(Traffic traffic, String key, ReplicaBucket bucket) {
        long granted = bucket.tellNext();
        if (granted > 0) {
            count(traffic, key, bucket, granted, 1).onSuccess(heard -> tell(traffic, key, bucket));
        }
    }

    /** Of what was granted the last one may be the one that is asked for. */
    private Future<Take> count(Traffic traffic, String key, ReplicaBucket bucket, long granted, int asked) {
        return shared.take(key, quotas.shared(traffic), granted - asked)
                .onComplete(heard -> bucket.told(granted))
                .onSuccess(take -> bucket.follow(quotas.local(traffic), take, now()));
    }

    private static long now() {
        return System.nanoTime() / NANOS;
    }
}
