package io.cloudshop.frontend.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where browsers find the API. A local shop has two names, and its API goes by the one that the page was opened with: to a browser
 * {@code localhost} and {@code 127.0.0.1} are two sites, and cookies of the one are not sent from the other. Immutable.
 */
@ApplicationScoped
public class ApiAddress {

    private static final List<String> LOCAL_NAMES = List.of("localhost", "127.0.0.1");

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final Optional<URI> gateway;

    ApiAddress(GatewayConfiguration configuration) {
        this.gateway = configuration.url();
    }

    /** The origins of the API that pages may be told; none when it shares the shop's own. */
    public List<String> origins() {
        return gateway.map(url -> isLocal(url.getHost())
                        ? LOCAL_NAMES.stream().map(name -> origin(url, name)).toList()
                        : List.of(origin(url, url.getHost())))
                .orElse(List.of());
    }

    /** The same by the Host header of a request, which may be missing. */
    String baseUrlForHost(String host) {
        return baseUrlFor(host == null ? "" : PORT.matcher(host).replaceFirst(""));
    }

    /**
     * The base URL of the API without a trailing slash; empty for the page's own origin.
     *
     * @param shopHost the name by which the browser knows the shop
     */
    String baseUrlFor(String shopHost) {
        return gateway.map(url -> origin(url, isLocal(url.getHost()) && isLocal(shopHost) ? shopHost : url.getHost())
                        + url.getRawPath().replaceAll("/+$", ""))
                .orElse("");
    }

    private static boolean isLocal(String host) {
        return LOCAL_NAMES.contains(host);
    }

    private static String origin(URI url, String host) {
        return url.getScheme() + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
