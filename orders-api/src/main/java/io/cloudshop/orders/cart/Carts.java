package io.cloudshop.orders.cart;

import io.cloudshop.orders.order.OrderLine;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.hash.HashCommands;
import io.quarkus.redis.datasource.keys.KeyCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Carts in Redis: a hash a user, product to quantity, living 30 days after its last change. Only what is wanted is
 * kept, never a price. Every method throws {@link CartUnavailableException} while Redis is away. Thread-safe.
 */
@ApplicationScoped
public class Carts {

    private static final Duration LIFE = Duration.ofDays(30);

    private final HashCommands<String, String, Integer> hashes;
    private final KeyCommands<String> keys;

    Carts(RedisDataSource redis) {
        this.hashes = redis.hash(String.class, String.class, Integer.class);
        this.keys = redis.key(String.class);
    }

    /** What is in the cart, in a stable order; empty for no cart. */
    public Map<UUID, Integer> quantities(UUID userId) {
        return reachable(() -> {
            Map<UUID, Integer> quantities = new TreeMap<>();
            hashes.hgetall(key(userId))
                    .forEach((product, quantity) -> quantities.put(UUID.fromString(product), quantity));
            return quantities;
        });
    }

    void put(UUID userId, UUID productId, int quantity) {
        reachable(() -> {
            hashes.hset(key(userId), productId.toString(), quantity);
            return keys.expire(key(userId), LIFE);
        });
    }

    void remove(UUID userId, UUID productId) {
        remove(userId, productId.toString());
    }

    void clear(UUID userId) {
        reachable(() -> keys.del(key(userId)));
    }

    /** Takes out what was ordered; a line whose quantity was changed since is wanted again and stays. */
    public void remove(UUID userId, List<OrderLine> ordered) {
        Map<UUID, Integer> now = quantities(userId);
        String[] unchanged = ordered.stream()
                .filter(line -> Integer.valueOf(line.quantity()).equals(now.get(line.productId())))
                .map(line -> line.productId().toString())
                .toArray(String[]::new);
        if (unchanged.length > 0) {
            remove(userId, unchanged);
        }
    }

    private void remove(UUID userId, String... products) {
        reachable(() -> {
            hashes.hdel(key(userId), products);
            return keys.expire(key(userId), LIFE);
        });
    }

    private static String key(UUID userId) {
        return "cart:" + userId;
    }

    private static <T> T reachable(Supplier<T> command) {
        try {
            return command.get();
        } catch (RuntimeException redisIsAway) {
            throw new CartUnavailableException(redisIsAway);
        }
    }
}
