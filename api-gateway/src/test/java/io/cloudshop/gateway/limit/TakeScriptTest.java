package io.cloudshop.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.stores.testing.RedisTestResource;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real Redis, whose clock nobody can move: time passes by moving the bucket's. */
class TakeScriptTest extends BucketContract {

    private static final int NANOS = 1_000;
    private static final long MICROS = 1_000_000;
    private static final String SINCE = "since";

    private static Vertx vertx;
    private static RedisConnection redis;

    private final String key = "test:" + UUID.randomUUID();

    @BeforeAll
    static void connect() {
        vertx = Vertx.vertx();
        String address = new RedisTestResource().start().get("quarkus.redis.hosts");
        redis = Redis.createClient(vertx, address)
                .connect()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void disconnect() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    Take take(Quota quota) {
        return TakeScript.result(send(TakeScript.take(key, quota, 0)));
    }

    @Override
    void pass(Duration time) {
        move(-time.toNanos() / NANOS);
    }

    @Test
    void a_bucket_goes_when_it_would_be_full() {
        take(Quota.perMinute(12));
        assertThat(millisToLive()).isBetween(9_000L, 10_000L);

        for (int i = 0; i < 11; i++) {
            take(Quota.perMinute(12));
        }

        assertThat(millisToLive()).isBetween(59_000L, 60_000L);
    }

    @Test
    void a_clock_that_is_behind_the_one_before_takes_nothing_from_anybody() {
        take(Quota.perMinute(2));
        move(3_600 * MICROS);

        assertThat(take(Quota.perMinute(2)).isGranted()).isTrue();
        assertThat(take(Quota.perMinute(2)).moreInSeconds()).isLessThanOrEqualTo(30);
    }

    @Test
    void what_was_granted_before_is_gone_before_the_decision() {
        Quota twelve = Quota.perMinute(12);

        assertThat(take(twelve, 5)).extracting(Take::isGranted, Take::remaining).containsExactly(true, 6L);
        assertThat(take(twelve, 6)).extracting(Take::isGranted, Take::remaining).containsExactly(false, 0L);
        assertThat(millisToLive()).isBetween(59_000L, 60_000L);
    }

    @Test
    void a_debt_is_no_more_than_a_full_bucket() {
        Quota twelve = Quota.perMinute(12);
        take(twelve, 1_000);
        pass(Duration.ofSeconds(10));

        assertThat(take(twelve).isGranted()).isTrue();
    }

    private Take take(Quota quota, long before) {
        return TakeScript.result(send(TakeScript.take(key, quota, before)));
    }

    private long millisToLive() {
        return send(Request.cmd(Command.PTTL).arg(key)).toLong();
    }

    private void move(long micros) {
        Response since = send(Request.cmd(Command.HGET).arg(key).arg(SINCE));
        send(Request.cmd(Command.HSET).arg(key).arg(SINCE).arg(since.toLong() + micros));
        send(Request.cmd(Command.PERSIST).arg(key));
    }

    private static Response send(Request request) {
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }
}
