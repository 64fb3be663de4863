package io.cloudshop.system.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.system.shop.Answer;
import io.cloudshop.system.shop.Api;
import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.Site;
import io.cloudshop.testing.CollectedSpan;
import io.cloudshop.testing.Collector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One checkout through the packaged gateway and services, as a collector of traces sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("own-shop")
class TracesIT {

    private static final String ADMIN = "admin@cloudshop.local";
    private static final String ADMIN_PASSWORD = "admin-password-local";
    private static final String BROWSER = "00f067aa0ba902b7";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> ADDRESS = Map.of(
            "name",
            "Ada Lovelace",
            "street",
            "12 Rue du Test",
            "postalCode",
            "75011",
            "city",
            "Paris",
            "country",
            "FR");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site = new Site("traces");
    private final Collector collector = new Collector();
    private final String trace = newTrace();

    private int gateway;
    private String token;
    private SpanTree spans;

    @BeforeAll
    void checkOutOnce() {
        start();
        ShopClient shop = new ShopClient(gateway, ADMIN_PASSWORD);
        UUID product = shop.givenProduct(5);
        token = shop.givenToken();

        Answer order = new Api(List.of(gateway), token)
                .post(
                        "/api/v1/orders",
                        Map.of(
                                "lines", List.of(Map.of("productId", product, "quantity", 1)),
                                "shippingAddress", ADDRESS,
                                "payment", Map.of("method", "card", "token", "tok_visa")),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "traceparent", traceparent(trace)));

        assertThat(order.status()).as(order.body()).isEqualTo(201);
        await("the spans of one checkout").atMost(PATIENCE).until(() -> isWhole(collector.trace(trace)));
        spans = new SpanTree(collector.trace(trace));
    }

    @AfterAll
    void stop() {
        site.close();
        collector.close();
    }

    @Test
    void the_request_goes_from_the_browser_through_the_gateway_to_the_service() {
        CollectedSpan received = spans.only("api-gateway", "SERVER");
        CollectedSpan passedOn = spans.only("api-gateway", "CLIENT");
        CollectedSpan served = spans.only("orders-api", "SERVER");

        assertThat(received.name()).isEqualTo("POST /api/v1/orders");
        assertThat(received.parentId()).isEqualTo(BROWSER);
        assertThat(passedOn).matches(span -> span.isChildOf(received));
        assertThat(served.name()).isEqualTo("POST /api/v1/orders");
        assertThat(served).matches(span -> span.isChildOf(passedOn));
    }

    @Test
    void it_goes_on_to_products_api_from_a_call_of_orders_api() {
        CollectedSpan order = spans.only("orders-api", "SERVER");
        List<CollectedSpan> served = spans.of("products-api", "SERVER");

        assertThat(served).extracting(CollectedSpan::name).contains("POST /api/v1/reservations");
        assertThat(served).allSatisfy(span -> {
            CollectedSpan call = spans.parentOf(span);
            assertThat(call.service()).isEqualTo("orders-api");
            assertThat(call.kind()).isEqualTo("CLIENT");
            assertThat(spans.isWithin(call, order)).isTrue();
        });
    }

    @Test
    void statements_belong_to_the_service_that_asked() {
        for (String service : List.of("orders-api", "products-api")) {
            List<CollectedSpan> statements = spans.of(service, "CLIENT").stream()
                    .filter(span -> span.attributes().toString().contains("postgresql"))
                    .toList();

            assertThat(statements).isNotEmpty().allSatisfy(span -> assertThat(
                            spans.parentOf(span).service())
                    .isEqualTo(service));
        }
    }

    @Test
    void what_a_search_asks_the_engine_is_a_part_of_it() {
        Api api = new Api(List.of(gateway), token);
        String search = await("a search that the engine answers")
                .atMost(PATIENCE)
                .until(
                        () -> {
                            String attempt = newTrace();
                            return api.get(
                                                    "/api/v1/products/search?q=lamp",
                                                    Map.of("traceparent", traceparent(attempt)))
                                            .json()
                                            .path("source")
                                            .asText()
                                            .equals("index")
                                    ? attempt
                                    : null;
                        },
                        Objects::nonNull);

        await("the spans of a search").atMost(PATIENCE).untilAsserted(() -> {
            SpanTree tree = new SpanTree(collector.trace(search));
            assertThat(tree.of("products-api", "CLIENT"))
                    .filteredOn(span -> "opensearch".equals(span.attributes().get("db.system.name")))
                    .singleElement()
                    .satisfies(span -> {
                        assertThat(span.name()).isEqualTo("search product");
                        assertThat(tree.parentOf(span)).isEqualTo(tree.only("products-api", "SERVER"));
                    });
        });
    }

    @Test
    void what_the_relay_delivers_after_the_answer_belongs_to_the_checkout() {
        CollectedSpan order = spans.only("orders-api", "SERVER");
        List<CollectedSpan> deliveries = spans.of("orders-api", "CONSUMER");

        assertThat(deliveries).extracting(CollectedSpan::name).contains("deliver OrderConfirmed");
        assertThat(deliveries).allMatch(span -> spans.isWithin(span, order));
    }

    @Test
    void no_span_has_lost_its_parent() {
        assertThat(spans.all())
                .filteredOn(span -> !span.parentId().equals(BROWSER))
                .allSatisfy(span -> assertThat(spans.parentOf(span)).isNotNull());
    }

    @Test
    void spans_name_no_person_and_hold_no_secret() {
        String search = newTrace();
        new Api(List.of(gateway), token)
                .get("/api/v1/products/search?q=ada%40example.org", Map.of("traceparent", traceparent(search)));
        await("the spans of a search")
                .atMost(PATIENCE)
                .until(() -> new SpanTree(collector.trace(search))
                                .of("products-api", "SERVER")
                                .size()
                        == 1);

        assertThat(collector.spans().toString())
                .doesNotContain("example.org", "cloudshop.local", ADMIN_PASSWORD, token, "Bearer")
                .doesNotContain("Lovelace", "Rue du Test", "tok_visa", "Java-http-client");
        assertThat(collector.spans())
                .flatExtracting(span -> span.attributes().values())
                .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(512));
    }

    @Test
    void probes_and_what_services_do_by_themselves_are_no_traces() {
        assertThat(collector.spans())
                .noneMatch(
                        span -> span.attributes().getOrDefault("url.path", "").startsWith("/health"))
                .noneMatch(span -> span.parentId().isEmpty() && !span.kind().equals("SERVER"));
    }

    @Test
    void log_lines_of_a_request_name_its_trace() {
        String rebuild = newTrace();
        String admin = new Api(List.of(gateway), null)
                .post("/api/v1/auth/login", Map.of("email", ADMIN, "password", ADMIN_PASSWORD), Map.of())
                .json()
                .get("accessToken")
                .asText();

        new Api(List.of(gateway), admin)
                .post("/api/v1/search-index/rebuild", Map.of(), Map.of("traceparent", traceparent(rebuild)));

        List<JsonNode> lines =
                site.logOf("products-api").lines().map(TracesIT::read).toList();
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().contains("rebuilds the search index"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at("/mdc/traceId").asText()).isEqualTo(rebuild);
                    assertThat(line.at("/mdc/spanId").asText()).matches("[0-9a-f]{16}");
                    assertThat(line.at("/mdc/requestId").asText()).isNotEmpty();
                });
        assertThat(lines)
                .filteredOn(line -> line.at("/mdc/requestId").isMissingNode())
                .isNotEmpty()
                .allMatch(line -> line.at("/mdc/traceId").isMissingNode());
    }

    private void start() {
        site.tell("CLOUDSHOP_TRACES_ENDPOINT", collector.endpoint());
        site.tell("CLOUDSHOP_TRACES_RATIO", "1");
        site.tell("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
        site.tell("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        site.addSearch();
        Node auth = site.add("auth-service", "auth-service");
        site.tell("CLOUDSHOP_AUTH_URL", "http://127.0.0.1:" + auth.port());
        Node products = site.add("products-api", "products-api");
        site.tell("CLOUDSHOP_PRODUCTS_URL", "http://127.0.0.1:" + products.port());
        Node orders = site.add("orders-api", "orders-api");
        site.tell("CLOUDSHOP_ORDERS_URL", "http://127.0.0.1:" + orders.port());
        gateway = site.add("api-gateway", "api-gateway").port();
        site.start();
    }

    private static boolean isWhole(List<CollectedSpan> found) {
        return found.stream()
                        .anyMatch(span -> span.service().equals("api-gateway")
                                && span.kind().equals("SERVER"))
                && found.stream().anyMatch(span -> span.name().equals("deliver OrderConfirmed"));
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-" + BROWSER + "-00";
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }
}
