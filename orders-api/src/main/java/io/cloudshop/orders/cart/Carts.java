package io.cloudshop.orders.cart;

import io.cloudshop.defaults.Ids;
import io.cloudshop.orders.order.OrderLine;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Carts in Redis, living 30 days after their last change. Only what is wanted is kept, never a price. Every change is
 * one script. Every method throws {@link CartUnavailableException} while Redis is away. Thread-safe.
 */
@ApplicationScoped
public class Carts {

    /** How many products a cart holds, and an order has. */
    public static final int MOST_LINES = 100;

    private static final Duration LIFE = Duration.ofDays(30);

    private final RedisDataSource redis;

    Carts(RedisDataSource redis) {
        this.redis = redis;
    }

    /** What is in the cart now; empty for no cart. */
    public Cart read(UUID userId) {
        Response fields = run(CartScripts.READ, userId, Ids.next());
        List<Cart.Line> lines = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 3) {
            lines.add(new Cart.Line(
                    UUID.fromString(fields.get(i).toString()),
                    fields.get(i + 1).toInteger(),
                    UUID.fromString(fields.get(i + 2).toString())));
        }
        lines.sort(Comparator.comparing(Cart.Line::productId));
        return new Cart(lines);
    }

    /** False when the cart is full, whoever else is putting something in at the same moment. */
    boolean put(UUID userId, UUID productId, int quantity) {
        return run(CartScripts.PUT, userId, LIFE.toSeconds(), MOST_LINES, productId, quantity, Ids.next())
                        .toInteger()
                == 1;
    }

    void remove(UUID userId, UUID productId) {
        run(CartScripts.REMOVE, userId, LIFE.toSeconds(), productId);
    }

    public void clear(UUID userId) {
        run(CartScripts.CLEAR, userId);
    }

    /** Takes out what was ordered; a line that was put in again or changed since is wanted again and stays. */
    public void removeOrdered(UUID userId, List<OrderLine> ordered) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(LIFE.toSeconds());
        ordered.stream().filter(OrderLine::isFromCart).forEach(line -> {
            arguments.add(line.productId());
            arguments.add(line.quantity());
            arguments.add(line.cartEdit());
        });
        run(CartScripts.REMOVE_UNCHANGED, userId, arguments.toArray());
    }

    private Response run(String script, UUID userId, Object... arguments) {
        String quantities = "cart:" + userId;
        List<String> command = new ArrayList<>(List.of(script, "2", quantities, quantities + ":edits"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            return redis.execute("EVAL", command.toArray(String[]::new));
        } catch (RuntimeException redisIsAway) {
            throw new CartUnavailableException(redisIsAway);
        }
    }
}
