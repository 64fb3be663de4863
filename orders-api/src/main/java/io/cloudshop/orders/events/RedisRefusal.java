package io.cloudshop.orders.events;

import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a Redis that says no to this one entry from one that is away, overloaded, starting, out of memory, read-only or
 * closed to us: all that passes, or is mended, without a change to the entry.
 */
final class RedisRefusal {

    /** The codes of error replies that concern what was asked; every other one concerns the server. */
    private static final Set<String> CODES = Set.of("ERR", "WRONGTYPE");

    private static final String TOO_MANY_CLIENTS = "ERR max number of clients";

    private RedisRefusal() {}

    static boolean isIn(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> isNoCommand(cause) || isRefusal(cause));
    }

    /** Not even sent. */
    private static boolean isNoCommand(Throwable cause) {
        return cause instanceof IllegalArgumentException || cause instanceof NullPointerException;
    }

    private static boolean isRefusal(Throwable cause) {
        if (!(cause instanceof Response reply) || reply.type() != ResponseType.ERROR) {
            return false;
        }
        String text = String.valueOf(cause.getMessage());
        return CODES.contains(text.split(" ", 2)[0]) && !text.startsWith(TOO_MANY_CLIENTS);
    }
}
