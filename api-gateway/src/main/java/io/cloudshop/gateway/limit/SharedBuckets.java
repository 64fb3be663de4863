package io.cloudshop.gateway.limit;

import io.cloudshop.defaults.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The buckets that all replicas share, in Redis, over one connection on which any number of requests are under way. The
 * first failure or delay gives it up, and nobody waits any more; from then on only a look from time to time asks whether
 * Redis is back, never a request. Thread-safe.
 */
@ApplicationScoped
class SharedBuckets {

    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);
    private static final String PREFIX = "rate-limit:";
    private static final long NONE = -1;
    private static final Quota OF_LOOKS = Quota.perMinute(1_000_000);

    private final Vertx vertx;
    private final Redis redis;
    private final RateLimitConfig config;
    private final String keyOfLooks = PREFIX + "look:" + Ids.next();
    private final AtomicReference<RedisConnection> connection = new AtomicReference<>();
    private final AtomicBoolean isSeeking = new AtomicBoolean();
    private final AtomicBoolean isMissed = new AtomicBoolean();
    private long looks = NONE;

    SharedBuckets(Vertx vertx, Redis redis, RateLimitConfig config) {
        this.vertx = vertx;
        this.redis = redis;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            looks = vertx.setPeriodic(1, config.lookEvery().toMillis(), next -> look());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (looks != NONE) {
            vertx.cancelTimer(looks);
        }
    }

    /** Takes a token from the bucket of this name; fails, at the latest when patience ends, where Redis does not answer. */
    Future<Take> take(String key, Quota quota) {
        RedisConnection current = connection.get();
        if (current == null) {
            return Future.failedFuture("Redis is away");
        }
        return ask(current, PREFIX + key, quota, config.patience()).onFailure(cause -> giveUp(current, cause));
    }

    private void look() {
        RedisConnection current = connection.get();
        if (current != null) {
            ask(current, keyOfLooks, OF_LOOKS, config.patience()).onFailure(cause -> giveUp(current, cause));
        } else if (isSeeking.compareAndSet(false, true)) {
            seek().onComplete(done -> isSeeking.set(false));
        }
    }

    /** The first answer on a new connection may take its time; the second shows how long they take. */
    private Future<Void> seek() {
        return redis.connect()
                .compose(found -> send(found, keyOfLooks, OF_LOOKS)
                        .compose(first -> ask(found, keyOfLooks, OF_LOOKS, config.patience()))
                        .onFailure(cause -> found.close())
                        .map(found))
                .onSuccess(this::use)
                .onFailure(this::miss)
                .mapEmpty();
    }

    private static Future<Take> ask(RedisConnection redis, String key, Quota quota, Duration patience) {
        return send(redis, key, quota).timeout(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Future<Take> send(RedisConnection redis, String key, Quota quota) {
        return redis.send(TakeScript.take(key, quota)).map(TakeScript::result);
    }

    private void use(RedisConnection found) {
        connection.set(found);
        if (isMissed.compareAndSet(true, false)) {
            LOG.info("Redis is back: all replicas share the rate limits again");
        }
    }

    private void giveUp(RedisConnection lost, Throwable cause) {
        if (connection.compareAndSet(lost, null)) {
            lost.close();
            miss(cause);
        }
    }

    private void miss(Throwable cause) {
        if (isMissed.compareAndSet(false, true)) {
            LOG.warnf("Redis is away or slow: this replica limits rates by itself (%s)", cause.toString());
        }
    }
}
