package io.cloudshop.defaults.request;

import io.cloudshop.defaults.Ids;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The id that ties one request's answer and log lines together, over all services it passes. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String LOG_KEY = "requestId";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The client's id where it is harmless in a log line and a header, else a new one. */
    public static String takenOverOrMade(String fromClient) {
        return fromClient != null && SANE.matcher(fromClient).matches()
                ? fromClient
                : Ids.next().toString();
    }

    /** The id of the request that this thread or context works for, null outside one. */
    public static String current() {
        return MDC.get(LOG_KEY) instanceof String id ? id : null;
    }

    static void log(String id) {
        MDC.put(LOG_KEY, id);
    }
}
