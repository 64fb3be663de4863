package io.cloudshop.system.containers;

import static io.cloudshop.system.containers.Compose.compose;
import static io.cloudshop.system.containers.Compose.containers;
import static io.cloudshop.system.containers.Compose.inspect;
import static io.cloudshop.system.containers.Compose.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docker compose up}, from nothing to nothing. One shop for all tests, so they run in order. */
@DockerNeeded
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

    @BeforeAll
    static void upFromNothing() {
        compose("config", "--quiet");
        Compose.down();
        Compose.up();
    }

    @AfterAll
    static void down() {
        Compose.down();
    }

    @Test
    @Order(1)
    void a_customer_gets_an_order_confirmed() {
        assertThat(journey()).isPositive();
    }

    @Test
    @Order(2)
    void only_the_shop_and_the_gateway_are_reachable() {
        String published = Docker.docker(
                "ps", "--filter", "label=com.docker.compose.project=cloudshop-it", "--format", "{{.Ports}}");

        assertThat(published.lines().filter(line -> line.contains("->")))
                .hasSize(2)
                .allMatch(line -> line.matches(".*127\\.0\\.0\\.1:(3000->3000|8080->8080)/tcp.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    @Order(2)
    void a_page_may_call_the_api_by_either_name_of_the_machine(String name) throws Exception {
        assertThat(body("http://" + name + ":3000/config.json")).contains("http://" + name + ":8080");
        assertThat(responseTo("http://" + name + ":8080/api/v1/categories", "Origin", "http://" + name + ":3000")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("http://" + name + ":3000");
    }

    @Test
    @Order(3)
    void every_service_works_on_a_read_only_file_system_without_privileges() {
        for (String service : Compose.SERVICES) {
            assertThat(inspect(
                            service,
                            "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}"))
                    .as(service)
                    .isEqualTo("true [ALL] [no-new-privileges:true]");
        }
    }

    /** A module that is missing in the JDK shows when the class that needs it is used. */
    @Test
    @Order(4)
    void no_class_and_no_module_is_missing() {
        for (String service : Compose.SERVICES) {
            assertThat(compose("logs", "--no-log-prefix", service))
                    .as(service)
                    .doesNotContain(
                            "NoClassDefFoundError", "ClassNotFoundException", "FindException", "UnsatisfiedLinkError");
        }
    }

    @Test
    @Order(5)
    void what_crashes_comes_back() {
        String container = containers("orders-api").getFirst();

        Compose.crash(container);

        await().atMost(Duration.ofMinutes(2))
                .until(() -> !"0".equals(Docker.docker("inspect", "--format", "{{.RestartCount}}", container)));
        Compose.awaitHealthy("orders-api");
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> get("http://localhost:8080/api/v1/categories") == 200);
        assertThat(journey()).isPositive();
    }

    @Test
    @Order(6)
    void both_replicas_of_the_gateway_serve() {
        Compose.up("--scale", "api-gateway=2", "--no-recreate");
        List<String> replicas = containers("api-gateway");
        assertThat(replicas).hasSize(2);

        for (String replica : replicas) {
            Docker.docker("stop", replica);
            assertThat(journey()).isPositive();
            Docker.docker("start", replica);
            Compose.awaitHealthy("api-gateway");
        }
    }

    /** What comes by the published port has the address of the network's own gateway; the balancer has another one. */
    @Test
    @Order(7)
    void both_replicas_of_the_gateway_know_from_where_a_request_comes(@TempDir Path folder) throws Exception {
        Path logging = Files.writeString(
                folder.resolve("logging.yml"),
                "services: {api-gateway: {environment: {QUARKUS_HTTP_ACCESS_LOG_ENABLED: \"true\"}}}");
        Compose.upWith(logging, "--scale", "api-gateway=2");
        String client = Docker.docker(
                "network", "inspect", "--format", "{{(index .IPAM.Config 0).Gateway}}", Compose.PROJECT + "_edge");

        for (int i = 0; i < 20; i++) {
            responseTo("http://localhost:8080/api/v1/categories", "X-Forwarded-For", "203.0.113.7");
        }

        for (String replica : containers("api-gateway")) {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                            Docker.docker("logs", replica).lines().filter(line -> line.contains("/api/v1/categories")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains(client + " - ")));
        }
    }

    @Test
    @Order(8)
    void prometheus_scrapes_all_five() {
        Compose.up("--scale", "api-gateway=1", "--no-recreate");
        compose("--profile", "observability", "up", "--detach", "--no-build", "--no-recreate", "prometheus");

        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
            String up = body("http://localhost:9090/api/v1/query?query=count(up%7Bjob%3D%22cloudshop%22%7D%3D%3D1)");
            assertThat(up).contains("\"5\"");
        });
    }

    @Test
    @Order(9)
    void data_and_secrets_survive_a_restart() {
        int before = journey();

        compose("--profile", "observability", "down");
        Compose.up();

        assertThat(journey()).isGreaterThan(before);
    }

    @Test
    @Order(10)
    void services_end_in_good_order_when_asked_to() {
        compose("stop", "frontend", "api-gateway", "orders-api");

        for (String service : List.of("frontend", "api-gateway", "orders-api")) {
            assertThat(inspect(service, "{{.State.ExitCode}}")).as(service).isEqualTo("143");
            assertThat(compose("logs", "--tail", "20", service)).as(service).contains("stopped in");
        }
    }

    @Test
    @Order(11)
    void nothing_is_left() {
        Compose.down();

        assertThat(Compose.leftovers()).isEmpty();
    }

    private static int get(String url) throws Exception {
        return responseTo(url).statusCode();
    }

    private static String body(String url) throws Exception {
        return responseTo(url).body();
    }

    private static HttpResponse<String> responseTo(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
