package io.cloudshop.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.CollectedSpan;
import io.cloudshop.testing.LogRecords;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.cloudshop.testing.Traced;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway records of a request where spans are sent somewhere, and what the service hears of it. */
@GatewayTest
@WithTestResource(value = Traced.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TracedRequestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SPAN_OF_THE_STRANGER = "00f067aa0ba902b7";
    private static final Pattern TRACEPARENT =
            Pattern.compile("traceparent: 00-([0-9a-f]{32})-([0-9a-f]{16})-(0[01])\r\n");

    private final UUID customer = Ids.next();
    private final String token = TestTokens.customer(customer);
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @AfterEach
    void theUpstreamAnswers() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @Test
    void the_service_goes_on_with_the_trace_that_the_gateway_went_on_with() throws Exception {
        whenAsking("/api/v1/cart", "00");

        CollectedSpan received = span("SERVER");
        CollectedSpan sent = span("CLIENT");
        Matcher passedOn = passedOn();
        assertThat(received.parentId()).isEqualTo(SPAN_OF_THE_STRANGER);
        assertThat(sent).matches(span -> span.isChildOf(received));
        assertThat(passedOn.group(1)).isEqualTo(trace);
        assertThat(passedOn.group(2)).isEqualTo(sent.id());
        assertThat(passedOn.group(3))
                .as("the gateway's decision, not the stranger's")
                .isEqualTo("01");
    }

    @Test
    void a_request_without_a_trace_begins_one() throws Exception {
        RawClient.request("GET", "/api/v1/cart", "Authorization: Bearer " + token);

        String begun = passedOn().group(1);
        CollectedSpan received = span(begun, "SERVER");
        assertThat(received.parentId()).isEmpty();
    }

    @Test
    void spans_are_called_by_routes_not_by_paths() throws Exception {
        whenAsking("/api/v1/orders/0198c7a0-0000-7000-8000-000000000000", "01");

        CollectedSpan received = span("SERVER");
        String route = received.attributes().get("http.route");
        assertThat(received.name()).isEqualTo("GET " + route);
        assertThat(route).startsWith("/api/v1/orders").doesNotContain("0198c7a0");
    }

    @Test
    void spans_tell_nothing_of_a_person() throws Exception {
        RawClient.request(
                "GET",
                "/api/v1/orders?email=ada%40example.org&token=secret",
                "Authorization: Bearer " + token,
                "Cookie: session=secret",
                "User-Agent: Ada's own browser",
                "traceparent: 00-" + trace + "-" + SPAN_OF_THE_STRANGER + "-01");

        assertThat(List.of(span("SERVER"), span("CLIENT"))).allSatisfy(span -> {
            assertThat(span.attributes().toString())
                    .doesNotContain("ada", "Ada", "secret", token, customer.toString(), "127.0.0.1,");
            assertThat(span.attributes().keySet())
                    .isSubsetOf(
                            "http.request.method",
                            "http.response.status_code",
                            "http.response.body.size",
                            "http.route",
                            "network.protocol.version",
                            "network.peer.address",
                            "network.peer.port",
                            "server.address",
                            "server.port",
                            "url.full",
                            "url.path",
                            "url.scheme",
                            "url.query",
                            "client.address",
                            "user_agent.original");
            assertThat(span.attributes()).doesNotContainEntry("client.address", "127.0.0.1");
        });
    }

    @Test
    void attributes_have_a_longest_length() throws Exception {
        whenAsking("/api/v1/orders/" + "x".repeat(3_000), "01");

        assertThat(span("SERVER").attributes().values())
                .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(512));
    }

    @Test
    void log_lines_name_the_trace_beside_the_request() throws Exception {
        Upstreams.ORDERS.does(RawUpstream.Connection::close);
        try (LogRecords log = LogRecords.watch()) {
            RawClient.request(
                    "POST",
                    "/api/v1/cart",
                    "Authorization: Bearer " + token,
                    "X-Request-Id: of-this-test",
                    "Content-Length: 0",
                    "traceparent: 00-" + trace + "-" + SPAN_OF_THE_STRANGER + "-01");

            Map<String, String> context = log.all().stream()
                    .map(line -> ((ExtLogRecord) line).getMdcCopy())
                    .filter(mdc -> "of-this-test".equals(mdc.get("requestId")))
                    .findFirst()
                    .orElseThrow();
            assertThat(context).containsEntry("traceId", trace).containsKey("spanId");
        }
    }

    private void whenAsking(String path, String flags) throws Exception {
        RawClient.request(
                "GET",
                path,
                "Authorization: Bearer " + token,
                "traceparent: 00-" + trace + "-" + SPAN_OF_THE_STRANGER + "-" + flags);
    }

    private CollectedSpan span(String kind) {
        return span(trace, kind);
    }

    private static CollectedSpan span(String trace, String kind) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Traced.collector().trace(trace).stream()
                                .filter(span -> span.kind().equals(kind))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static Matcher passedOn() {
        String head = Upstreams.ORDERS.heads().getFirst().toLowerCase(Locale.ROOT);
        assertThat(head).containsOnlyOnce("traceparent:");
        Matcher found = TRACEPARENT.matcher(head);
        assertThat(found.find()).isTrue();
        return found;
    }
}
