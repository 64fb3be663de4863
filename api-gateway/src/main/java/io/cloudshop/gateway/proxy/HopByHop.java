package io.cloudshop.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Headers that speak of one connection only and end at the gateway (RFC 9110, section 7.6.1). */
final class HopByHop {

    private static final List<String> NAMES = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings");

    /** What the gateway itself depends on cannot be switched off by naming it in Connection. */
    private static final List<String> END_TO_END = List.of("authorization", "content-length", "host", "x-request-id");

    private HopByHop() {}

    static void remove(MultiMap headers) {
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String named : value.split(",")) {
                removeNamed(headers, named.strip());
            }
        }
        NAMES.forEach(headers::remove);
    }

    private static void removeNamed(MultiMap headers, String name) {
        if (!name.isEmpty() && !END_TO_END.contains(name.toLowerCase(Locale.ROOT))) {
            headers.remove(name);
        }
    }
}
