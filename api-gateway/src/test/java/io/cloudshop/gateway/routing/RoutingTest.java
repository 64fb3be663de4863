package io.cloudshop.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class RoutingTest {

    private static final String TOKEN = "Authorization: Bearer " + TestTokens.customer(Ids.next());

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/auth/me,                               auth",
        "POST,   /api/v1/auth/login,                            auth",
        "POST,   /api/v1/auth/register,                         auth",
        "POST,   /api/v1/auth/tokens,                           auth",
        "PUT,    /api/v1/auth/me/password,                      auth",
        "POST,   /api/v1/auth/password-reset-requests,          auth",
        "POST,   /api/v1/auth/password-resets,                  auth",
        "GET,    /api/v1/auth/mailbox?page=0&size=20,           auth",
        "GET,    /api/v1/admin/users/outbox/dead-letters,       auth",
        "GET,    /api/v1/users?page=0&size=20&q=a%20b,          auth",
        "PATCH,  /api/v1/users/7,                               auth",
        "GET,    /api/v1/products?category=lamps&sort=-price,   products",
        "GET,    /api/v1/products/0198-7f,                      products",
        "HEAD,   /api/v1/products/0198-7f,                      ''",
        "GET,    /api/v1/products/search?q=%2e%2e%2f..;//x,     products",
        "POST,   /api/v1/products/import,                       products",
        "POST,   /api/v1/products/7/picture,                    products",
        "GET,    /api/v1/pictures/a1.jpg,                       products",
        "GET,    /api/v1/categories,                            products",
        "PUT,    /api/v1/categories/lamps,                      products",
        "DELETE, /api/v1/categories/lamps/translations/fr,      products",
        "POST,   /api/v1/search-index/rebuild,                  products",
        "GET,    /api/v1/cart,                                  orders",
        "DELETE, /api/v1/cart/items/7,                          orders",
        "POST,   /api/v1/orders,                                orders",
        "GET,    /api/v1/orders/7,                              orders",
        "POST,   /api/v1/orders/7/cancel,                       orders",
        "GET,    /api/v1/orders/7/events,                       orders",
        "GET,    /api/v1/admin/orders?status=CONFIRMED,         orders",
        "POST,   /api/v1/admin/orders/7/ship,                   orders",
        "GET,    /api/v1/admin/reconciliation,                  orders",
        "POST,   /api/v1/admin/outbox/dead-letters/7/replay,    orders",
        "DELETE, /api/v1/admin/outbox/dead-letters/7,           orders",
        "GET,    /api/v1/admin/products/outbox/dead-letters,    products",
        "DELETE, /api/v1/admin/products/outbox/dead-letters/7,  products",
        "GET,    /api/v1/admin/users/7,                         auth"
    })
    void an_address_of_the_contract_reaches_its_service_as_it_was_written(String method, String target, String service)
            throws Exception {
        String answer = RawClient.request(method, target, TOKEN);

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n" + service);
        assertThat(targetsSeenUpstream()).containsExactly(target);
    }

    @Test
    void the_keys_can_be_read_through_the_gateway() throws Exception {
        assertThat(RawClient.request("GET", "/.well-known/jwks.json"))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"keys\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v1/auth/token",
                "/api/v1/auth/token/",
                "/api/v1/auth/token?grant_type=client_credentials",
                "/api/v1/auth/token/x",
                "/api/v1/auth//token",
                "//api/v1/auth/token",
                "/api/v1/auth/",
                "/api/v1/AUTH/me",
                "/API/v1/products",
                "/api/v1/erasures",
                "/api/v1/erasures/7",
                "/api/v1/reservations",
                "/api/v1/reservations/7",
                "/api/v1/reservations/7/confirm",
                "/api/v1/productsearch",
                "/api/v1/products//7",
                "/api/v1/categoriesx",
                "/api/v1/pictures",
                "/api/v1/pictures/a1.jpg/x",
                "/api/v1/admin",
                "/api/v1/admin/reconciliation/x",
                "/api/v1/admin/usersearch",
                "/api/v2/products",
                "/health",
                "/health/live",
                "/health/ready",
                "/metrics",
                "/q/health",
                "/q/dev-ui",
                "/q/swagger-ui",
                "/openapi-ui/index.html",
                "/openapi/x",
                "/contracts/auth-service.yaml",
                "/application.properties",
                "/.well-known/openid-configuration"
            })
    void any_other_address_is_a_404_problem(String target) throws Exception {
        String answer = RawClient.request("GET", target, TOKEN);

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.getString("type")).isEqualTo("https://cloudshop.example/problems/not-found");
        assertThat(problem.getString("title")).isEqualTo("Not found");
        assertThat(problem.getInteger("status")).isEqualTo(404);
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).isEqualTo(target.replaceAll("\\?.*", ""));
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/./token",
                "/api/v1/auth/x/../token",
                "/api/v1/auth/..",
                "/api/v1/auth/%2e%2e/token",
                "/api/v1/auth/%2E/token",
                "/api/v1/auth%2Ftoken",
                "/api/v1/auth/%74oken",
                "/api/v1/auth/token%00",
                "/api/v1/auth/token%20",
                "/api/v1/auth/token;a=b",
                "/api/v1/auth;/token",
                "/api/v1/auth/me;jsessionid=1",
                "/api/v1/products/%252e",
                "/api/v1/products/ä",
                "/api/v1/products#x",
                "http://other/api/v1/products"
            })
    void an_odd_spelling_is_refused_before_anybody_can_misread_it(String target) throws Exception {
        String answer = RawClient.request("GET", target, TOKEN);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "/problems/malformed");
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth\\token",
                "/api/v1/products/%",
                "/api/v1/products/%zz",
                "/api/v1/products?a=\u0001",
                "/api/v1/products/a\u0000b"
            })
    void what_is_no_address_at_all_is_refused(String target) throws Exception {
        assertThat(RawClient.request("GET", target, TOKEN))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json");
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET * HTTP/1.1\r\nHost: gateway", "GET /api/v1/products HTTP/1.1\r\nHost: a b"})
    void a_request_without_path_or_host_still_gets_a_problem_with_all_headers(String head) throws Exception {
        String answer = RawClient.exchange(head + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 40")
                .containsIgnoringCase("application/problem+json")
                .containsIgnoringCase("\r\nx-request-id: ")
                .containsIgnoringCase("\r\nx-content-type-options: nosniff\r\n");
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE,    /api/v1/products",
        "PROPFIND, /api/v1/products",
        "QUIRK,    /api/v1/orders",
        "POST,     /openapi",
        "DELETE,   /docs"
    })
    void an_unusual_method_is_a_405_problem_that_names_the_usual_ones(String method, String target) throws Exception {
        String answer = RawClient.request(method, target, TOKEN);

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("/problems/method-not-allowed", "GET, HEAD");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("\r\nallow: ");
        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void nobody_gets_a_tunnel() throws Exception {
        String answer = RawClient.request("CONNECT", "localhost:5432");

        assertThat(answer).startsWith("HTTP/1.1 40").contains("application/problem+json");
    }

    private static List<String> targetsSeenUpstream() {
        return Stream.of(
                        Upstreams.AUTH.getAllServeEvents().stream()
                                .map(event -> event.getRequest().getUrl())
                                .filter(url -> !url.equals("/.well-known/jwks.json")),
                        Upstreams.PRODUCTS.getAllServeEvents().stream()
                                .map(event -> event.getRequest().getUrl()),
                        Upstreams.ORDERS.heads().stream().map(head -> head.split(" ")[1]))
                .flatMap(targets -> targets)
                .toList();
    }
}
