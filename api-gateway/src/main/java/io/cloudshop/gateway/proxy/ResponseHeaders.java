package io.cloudshop.gateway.proxy;

import io.cloudshop.defaults.request.RequestId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** The headers of a service's answer as a client gets them. */
final class ResponseHeaders {

    /** Already on the answer or none of the client's business. */
    private static final List<String> NOT_PASSED_ON = List.of(
            RequestId.HEADER,
            "Server",
            "X-Powered-By",
            "Via",
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Headers",
            "Access-Control-Expose-Headers",
            "Access-Control-Max-Age");

    private ResponseHeaders() {}

    /** Removes what must not pass, and the origin of the service from redirects and addresses of new things. */
    static void rewrite(MultiMap headers, Origin origin) {
        HopByHop.remove(headers);
        NOT_PASSED_ON.forEach(headers::remove);
        for (CharSequence name : List.of(HttpHeaders.LOCATION, "Content-Location")) {
            String address = headers.get(name);
            if (address != null) {
                headers.set(name, origin.relative(address));
            }
        }
    }
}
