package io.cloudshop.benchmarks.load;

import java.time.Duration;
import java.util.List;

/**
 * Requests over some connections.
 *
 * @param urls what is asked for, in turn
 * @param headers of each request, as {@code Name: value}
 * @param connections that are kept open
 * @param duration of the load
 */
public record Load(List<String> urls, List<String> headers, int connections, Duration duration) {

    public Load {
        urls = List.copyOf(urls);
        headers = List.copyOf(headers);
    }

    /** One address. */
    public Load(String url, List<String> headers, int connections, Duration duration) {
        this(List.of(url), headers, connections, duration);
    }

    /** The same for another time. */
    public Load lasting(Duration other) {
        return new Load(urls, headers, connections, other);
    }
}
