package io.cloudshop.gateway.proxy;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** Where an upstream listens. */
record Origin(String host, int port, boolean secure) {

    static Origin of(String baseUrl) {
        URI uri = URI.create(baseUrl);
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() != -1 ? uri.getPort() : (secure ? 443 : 80);
        return new Origin(uri.getHost(), port, secure);
    }

    RequestOptions request(Duration connectionWait) {
        return new RequestOptions()
                .setHost(host)
                .setPort(port)
                .setSsl(secure)
                .setConnectTimeout(connectionWait.toMillis());
    }

    /** Turns an absolute address on this origin into one relative to the gateway, and leaves any other as it is. */
    String relative(String location) {
        URI uri = parsed(location);
        boolean ours = uri != null && host.equals(uri.getHost()) && port == effectivePort(uri);
        return ours ? location.substring(location.indexOf('/', location.indexOf("//") + 2)) : location;
    }

    private static URI parsed(String location) {
        try {
            URI uri = new URI(location);
            return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? null : uri;
        } catch (URISyntaxException notOurs) {
            return null;
        }
    }

    private static int effectivePort(URI uri) {
        return uri.getPort() != -1 ? uri.getPort() : ("https".equals(uri.getScheme()) ? 443 : 80);
    }
}
