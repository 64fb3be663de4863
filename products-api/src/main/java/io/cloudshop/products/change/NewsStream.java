package io.cloudshop.products.change;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.XAddArgs;
import io.quarkus.redis.datasource.stream.XReadArgs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The Redis stream of what changed in the catalogue a moment ago. Positions are times, those of Redis. */
@ApplicationScoped
class NewsStream {

    private static final String KEY = "cloudshop:products:changed";

    /** Nobody needs what is older than the life of a cached product: some seconds. */
    private static final long KEPT = 1_000;

    private static final int READ_AT_ONCE = 200;
    private static final String SENDER = "sender";
    private static final String IDS = "ids";
    private static final String LISTED = "listed";
    private static final String EVERYTHING = "*";

    private final RedisDataSource redis;

    NewsStream(RedisDataSource redis) {
        this.redis = redis;
    }

    void append(UUID sender, News news) {
        String ids = news.isEverything()
                ? EVERYTHING
                : news.ids().stream().map(UUID::toString).collect(Collectors.joining(","));
        stream()
                .xadd(
                        KEY,
                        new XAddArgs().maxlen(KEPT).nearlyExactTrimming(),
                        Map.of(SENDER, sender.toString(), IDS, ids, LISTED, String.valueOf(news.isListed())));
    }

    /** What came after a position, waiting a while for something to come. */
    List<Entry> after(String position, Duration wait) {
        return stream().xread(KEY, position, new XReadArgs().block(wait).count(READ_AT_ONCE)).stream()
                .map(Entry::of)
                .toList();
    }

    private StreamCommands<String, String, String> stream() {
        return redis.stream(String.class, String.class, String.class);
    }

    /**
     * One entry and its position.
     *
     * @param sender the replica that wrote it
     */
    record Entry(String position, String sender, News news) {

        private static Entry of(StreamMessage<String, String, String> message) {
            return new Entry(message.id(), message.payload().get(SENDER), read(message.payload()));
        }

        Instant at() {
            return Instant.ofEpochMilli(Long.parseLong(position.substring(0, position.indexOf('-'))));
        }

        /** What is not of our making may be about anything. */
        private static News read(Map<String, String> fields) {
            try {
                String ids = fields.get(IDS);
                if (EVERYTHING.equals(ids)) {
                    return News.OF_EVERYTHING;
                }
                Set<UUID> named = ids.isEmpty()
                        ? Set.of()
                        : Arrays.stream(ids.split(",")).map(UUID::fromString).collect(Collectors.toSet());
                return new News(named, Boolean.parseBoolean(fields.get(LISTED)), false);
            } catch (RuntimeException foreign) {
                return News.OF_EVERYTHING;
            }
        }
    }
}
