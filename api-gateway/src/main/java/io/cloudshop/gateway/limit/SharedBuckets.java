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
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The buckets that all replicas share, in Redis, over one connection on which any number of requests are under way. It is
 * given up at the first failure; a look from time to time asks whether Redis is back, and never a request. Thread-safe.
 */
@ApplicationScoped
class SharedBuckets {

    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);
    private static final String PREFIX = "rate-limit:";
    private static final long NONE = -1;
    private static final int LATE_LOOKS = 3;
    private static final Quota OF_LOOKS = Quota.perMinute(1_000_000);

    private final Vertx vertx;
    private final Redis redis;
    private final RateLimitConfig config;
    private final String keyOfLooks = "look:" + Ids.next();
    private final AtomicReference<RedisConnection> connection = new AtomicReference<>();
    private final AtomicBoolean isSeeking = new AtomicBoolean();
    private final AtomicBoolean isMissed = new AtomicBoolean();
    private final AtomicInteger lateLooks = new AtomicInteger();
    private volatile boolean isPrompt;
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

    /** What goes from now on goes because we do. */
    void stop(@Observes ShutdownEvent event) {
        connection.set(null);
        if (looks != NONE) {
            vertx.cancelTimer(looks);
        }
    }

    /** Whether the last answer came in time, so that the next one is worth waiting for. */
    boolean isPrompt() {
        return isPrompt;
    }

    /** To be told by whoever has waited in vain. */
    void isLate() {
        isPrompt = false;
    }

    /**
     * Takes a token from the bucket of this name, sooner or later; fails at once while Redis is away.
     *
     * @param before how many this replica has granted by itself and not told yet
     */
    Future<Take> take(String key, Quota quota, long before) {
        RedisConnection current = connection.get();
        return current == null ? Future.failedFuture("Redis is away") : take(current, key, quota, before);
    }

    private Future<Take> take(RedisConnection current, String key, Quota quota, long before) {
        long sent = System.nanoTime();
        return current.send(TakeScript.take(PREFIX + key, quota, before))
                .map(TakeScript::result)
                .onSuccess(take ->
                        isPrompt = System.nanoTime() - sent <= config.patience().toNanos())
                .onFailure(cause -> giveUp(current, cause));
    }

    private void look() {
        RedisConnection current = connection.get();
        if (current != null) {
            look(current);
        } else if (isSeeking.compareAndSet(false, true)) {
            seek().onComplete(done -> isSeeking.set(false));
        }
    }

    private void look(RedisConnection current) {
        take(current, keyOfLooks, OF_LOOKS, 0)
                .timeout(config.lookEvery().toNanos(), TimeUnit.NANOSECONDS)
                .onSuccess(take -> tellWhetherSlow())
                .onFailure(cause -> giveUp(current, cause));
    }

    /** A start or a pause of our own is slow now and then. */
    private void tellWhetherSlow() {
        if (isPrompt) {
            lateLooks.set(0);
            tell(true, "");
        } else if (lateLooks.incrementAndGet() == LATE_LOOKS) {
            tell(false, "it is slow");
        }
    }

    /** How long the first answer on a new connection takes says nothing. */
    private Future<Void> seek() {
        return redis.connect()
                .compose(found -> found.send(TakeScript.take(PREFIX + keyOfLooks, OF_LOOKS, 0))
                        .onSuccess(first -> use(found))
                        .onFailure(cause -> found.close()))
                .onFailure(cause -> tell(false, cause.toString()))
                .mapEmpty();
    }

    private void use(RedisConnection found) {
        found.exceptionHandler(cause -> giveUp(found, cause));
        found.endHandler(end -> giveUp(found, new ClosedChannelException()));
        connection.set(found);
        look(found);
    }

    private void giveUp(RedisConnection lost, Throwable cause) {
        if (connection.compareAndSet(lost, null)) {
            isPrompt = false;
            lost.close();
            tell(false, cause.toString());
        }
    }

    private void tell(boolean isThere, String why) {
        if (isThere && isMissed.compareAndSet(true, false)) {
            LOG.info("Redis is back: all replicas share the rate limits again");
        } else if (!isThere && isMissed.compareAndSet(false, true)) {
            LOG.warnf("Redis is away or slow: this replica limits rates by itself (%s)", why);
        }
    }
}
