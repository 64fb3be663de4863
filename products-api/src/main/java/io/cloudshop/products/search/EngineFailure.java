package io.cloudshop.products.search;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.search.util.common.SearchTimeoutException;

/** Tells the engine's troubles, which pass, from mistakes in what it was asked, which do not. */
final class EngineFailure {

    /** How Hibernate Search quotes an answer of the engine, or one item of a bulk answer. */
    private static final Pattern STATUS = Pattern.compile("(?:Response: |\"status\": ?)(\\d{3})");

    private EngineFailure() {}

    /** True where the same call can succeed later: away, too slow, overloaded, out of disk. */
    static boolean isPassing(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof SearchTimeoutException
                        || saysNotNow(cause.getMessage()));
    }

    private static boolean saysNotNow(String message) {
        if (message == null) {
            return false;
        }
        Matcher status = STATUS.matcher(message);
        return status.find() && isNotNow(Integer.parseInt(status.group(1)));
    }

    /** 403 is what the engine says of an index that it blocked for writing, for lack of disk above all. */
    private static boolean isNotNow(int status) {
        return status == 403 || status == 404 || status == 429 || status >= 500;
    }
}
