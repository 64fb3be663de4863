package io.cloudshop.orders.events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.outbox.DestinationUnavailableException;
import io.cloudshop.outbox.OutboxEvent;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is the event's fault, and what is Redis'. */
@QuarkusTest
class OrderStreamTest extends OrdersTest {

    private static final String KEY = "cloudshop:order-events";

    @Inject
    OrderStream stream;

    @Inject
    RedisDataSource redis;

    @AfterEach
    void redisIsAsItWas() {
        Peers.redisLine().mend();
        redis.execute("CONFIG", "SET", "maxmemory", "0");
        redis.execute("REPLICAOF", "NO", "ONE");
    }

    @Test
    void an_answer_that_refuses_the_entry_is_no_outage() {
        redis.execute("DEL", KEY);
        redis.execute("SET", KEY, "no stream");
        try {
            assertThatThrownBy(() -> publish("{}")).isNotInstanceOf(DestinationUnavailableException.class);
        } finally {
            redis.execute("DEL", KEY);
        }
    }

    @Test
    void an_event_that_cannot_even_be_sent_is_no_outage() {
        assertThatThrownBy(() -> publish(null)).isNotInstanceOf(DestinationUnavailableException.class);
    }

    @Test
    void a_redis_that_cannot_be_reached_is_away() {
        Peers.redisLine().cut();

        thenAway();
    }

    @Test
    void a_redis_without_memory_is_away() {
        redis.execute("CONFIG", "SET", "maxmemory", "1");

        thenAway();
    }

    @Test
    void a_redis_that_became_a_replica_is_away() {
        redis.execute("REPLICAOF", "127.0.0.1", "1");

        thenAway();
    }

    private void thenAway() {
        assertThatThrownBy(() -> publish("{}")).isInstanceOf(DestinationUnavailableException.class);

        redisIsAsItWas();
        assertThatCode(() -> publish("{}")).doesNotThrowAnyException();
    }

    private void publish(String payload) {
        stream.publish(
                List.of(new OutboxEvent(1, UUID.randomUUID(), "OrderConfirmed", payload, Instant.now(), 0, null)));
    }
}
