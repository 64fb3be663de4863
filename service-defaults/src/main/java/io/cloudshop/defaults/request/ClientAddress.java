package io.cloudshop.defaults.request;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where the current request comes from: the other end of the connection, or what a trusted proxy says of it ({@code
 * quarkus.http.proxy.*}). Thread-safe; only within a request.
 */
@ApplicationScoped
public class ClientAddress {

    private final CurrentVertxRequest request;

    ClientAddress(CurrentVertxRequest request) {
        this.request = request;
    }

    /** An IP address without a port; {@code unknown} where the client is gone already. */
    public String current() {
        SocketAddress remote = request.getCurrent().request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
    }
}
