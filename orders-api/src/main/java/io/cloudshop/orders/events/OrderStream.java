package io.cloudshop.orders.events;

import io.cloudshop.outbox.DestinationUnavailableException;
import io.cloudshop.outbox.OutboxEvent;
import io.cloudshop.outbox.OutboxPublisher;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.redis.datasource.stream.XAddArgs;
import io.quarkus.redis.datasource.stream.XReadArgs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The Redis stream that every replica reads: bounded, because it only carries news; the truth is in the orders. Repeats
 * are possible and harmless, a status says the same twice.
 */
@ApplicationScoped
class OrderStream implements OutboxPublisher {

    private static final String KEY = "cloudshop:order-events";
    private static final String PAYLOAD = "payload";
    private static final long ENTRIES_KEPT = 10_000;
    private static final int READ_AT_ONCE = 500;

    private final StreamCommands<String, String, String> stream;

    OrderStream(RedisDataSource redis) {
        this.stream = redis.stream(String.class, String.class, String.class);
    }

    @Override
    public void publish(List<OutboxEvent> events) {
        try {
            for (OutboxEvent event : events) {
                stream.xadd(
                        KEY,
                        new XAddArgs().maxlen(ENTRIES_KEPT).nearlyExactTrimming(),
                        Map.of("type", event.type(), PAYLOAD, event.payload()));
            }
        } catch (RuntimeException failure) {
            throw RedisRefusal.isIn(failure)
                    ? failure
                    : new DestinationUnavailableException("The order stream cannot be reached", failure);
        }
    }

    /** Where the stream ends now. */
    String end() {
        List<StreamMessage<String, String, String>> last = stream.xrevrange(KEY, StreamRange.of("+", "-"), 1);
        return last.isEmpty() ? "0-0" : last.getFirst().id();
    }

    /** What came after a position, waiting a while for something to come. */
    List<Entry> after(String position, Duration wait) {
        return stream.xread(KEY, position, new XReadArgs().block(wait).count(READ_AT_ONCE)).stream()
                .map(message -> new Entry(message.id(), message.payload().get(PAYLOAD)))
                .toList();
    }

    /** One event and its position. */
    record Entry(String position, String payload) {}
}
