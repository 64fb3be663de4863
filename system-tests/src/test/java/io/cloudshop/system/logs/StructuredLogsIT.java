package io.cloudshop.system.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.Site;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services write when they start as in a cluster: whoever collects the logs reads JSON and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("own-shop")
class StructuredLogsIT {

    private static final Set<String> HEALTHY = Set.of("INFO", "DEBUG", "TRACE");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site = new Site("logs");

    @BeforeAll
    void start() {
        Node search = site.addSearch();
        search.start();
        site.tell("QUARKUS_PROFILE", "prod");
        site.tell("LC_ALL", "C");
        site.tell("CLOUDSHOP_AUTH_THROTTLE_ENABLED", "true");
        site.tell("CLOUDSHOP_RATE_LIMIT_ENABLED", "true");
        site.tell("CLOUDSHOP_AUTH_CREATE_MISSING_SIGNING_KEY", "true");
        site.tell("CLOUDSHOP_ADMIN_EMAIL", "admin@example.org");
        site.tell("CLOUDSHOP_ADMIN_PASSWORD", "nobody can guess this one");
        Node auth = site.addAsInItsImage("auth-service");
        site.tell("CLOUDSHOP_AUTH_URL", "http://127.0.0.1:" + auth.port());
        Node products = site.addAsInItsImage("products-api");
        site.tell("CLOUDSHOP_PRODUCTS_URL", "http://127.0.0.1:" + products.port());
        Node orders = site.addAsInItsImage("orders-api");
        site.tell("CLOUDSHOP_ORDERS_URL", "http://127.0.0.1:" + orders.port());
        site.addAsInItsImage("api-gateway");
        site.addAsInItsImage("frontend");
        site.start();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void a_healthy_start_is_json_from_the_first_line_to_the_last_and_warns_of_nothing(String service) {
        List<String> lines = site.logOf(service).lines().toList();

        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.stream().filter(line -> !isHealthy(line))).isEmpty();
    }

    private static boolean isHealthy(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            return entry.isObject() && HEALTHY.contains(entry.path("level").asText());
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
