package io.cloudshop.images.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthProbeTest {

    private HttpServer server;
    private int status;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/health/ready", exchange -> exchange.sendResponseHeaders(status, -1));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_service_that_answers_200_is_ready() {
        status = 200;

        assertThat(HealthProbe.isReady(server.getAddress().getPort())).isTrue();
    }

    @Test
    void a_service_that_answers_503_is_not() {
        status = 503;

        assertThat(HealthProbe.isReady(server.getAddress().getPort())).isFalse();
    }

    @Test
    void a_service_that_does_not_listen_is_not() {
        server.stop(0);

        assertThat(HealthProbe.isReady(server.getAddress().getPort())).isFalse();
    }
}
