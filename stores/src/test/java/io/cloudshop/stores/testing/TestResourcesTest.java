package io.cloudshop.stores.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.stores.process.StartFailed;
import io.cloudshop.stores.redis.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TestResourcesTest {

    @Test
    void postgresql_answers_the_owner_of_the_database() throws SQLException {
        Map<String, String> configuration = postgres("orders");

        try (Connection connection = connect(configuration);
                ResultSet row = connection.createStatement().executeQuery("""
                        SELECT current_user, similarity('lamp', 'lamps') > 0.5, unaccent('Möbel'), lower('ÄPFEL'),
                               'A'::citext = 'a'
                        """)) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("orders");
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getString(3)).isEqualTo("Mobel");
            assertThat(row.getString(4)).isEqualTo("äpfel");
            assertThat(row.getBoolean(5)).isTrue();
        }
    }

    @Test
    void a_store_is_started_once_however_often_quarkus_asks() {
        assertThat(postgres("orders")).isEqualTo(postgres("orders"));
    }

    @Test
    void redis_answers_a_ping() throws IOException {
        URI address = URI.create(new RedisTestResource().start().get("quarkus.redis.hosts"));

        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII))
                    .isEqualTo("+PONG\r\n");
        }
    }

    @Test
    void opensearch_answers_with_its_version() throws Exception {
        String host = new OpenSearchTestResource().start().get("quarkus.hibernate-search-orm.elasticsearch.hosts");

        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(
                            HttpRequest.newBuilder(URI.create("http://" + host + "/"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(answer).contains("\"distribution\" : \"opensearch\"").contains("\"number\" : \"3.6.0\"");
        }
    }

    @Test
    void a_failed_start_shows_the_end_of_the_log() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> TestStore.start(
                            "broken", (sandbox, log) -> new RedisServer(sandbox, taken.getLocalPort(), false, log)))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("redis ended with status 1")
                    .hasMessageContaining("Failed listening on port");
        }
    }

    private static Map<String, String> postgres(String database) {
        PostgresTestResource resource = new PostgresTestResource();
        resource.init(Map.of("database", database));
        return resource.start();
    }

    private static Connection connect(Map<String, String> configuration) throws SQLException {
        return DriverManager.getConnection(
                configuration.get("quarkus.datasource.jdbc.url"),
                configuration.get("quarkus.datasource.username"),
                configuration.get("quarkus.datasource.password"));
    }
}
