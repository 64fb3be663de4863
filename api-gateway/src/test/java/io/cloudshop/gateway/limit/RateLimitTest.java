package io.cloudshop.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
@TestProfile(Limited.class)
class RateLimitTest {

    private static final String CATEGORIES = "/api/v1/categories";
    private static final String CART_ITEM = "/api/v1/cart/items/7";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @Test
    void every_answer_says_what_is_left_and_when_there_is_more() {
        String client = newAddress();

        from(client)
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"read\";q=30;w=60")
                .header("RateLimit", matchesPattern("\"read\";r=29;t=([1-9]|10)"));
        from(client).get(CATEGORIES).then().header("RateLimit", matchesPattern("\"read\";r=28;t=([1-9]|10)"));
        from(client).delete("/api/v1/products/7").then().header("RateLimit", matchesPattern("\"write\";r=9;t=\\d+"));
        from(client).post("/api/v1/auth/login").then().header("RateLimit", matchesPattern("\"auth\";r=5;t=\\d+"));
        from(client).get("/api/v1/auth/me").then().header("RateLimit", matchesPattern("\"auth\";r=4;t=\\d+"));
        from(client)
                .post("/api/v1/auth/password-resets")
                .then()
                .header("RateLimit", matchesPattern("\"auth\";r=3;t=\\d+"));
        from(client)
                .post("/api/v1/products/import")
                .then()
                .header("RateLimit-Policy", "\"import\";q=2;w=60")
                .header("RateLimit", matchesPattern("\"import\";r=1;t=\\d+"));
    }

    @Test
    void what_is_too_much_is_a_429_that_says_when_to_come_back_and_reaches_no_service() {
        String client = newAddress();
        statuses(Limited.READS, client, CATEGORIES)
                .forEach(status -> assertThat(status).isEqualTo(200));
        Upstreams.forgetRequests();

        Response refused =
                from(client).header("Origin", "http://localhost:3000").get(CATEGORIES);

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit-Policy", "\"read\";q=30;w=60")
                .header("RateLimit", matchesPattern("\"read\";r=0;t=([1-9]|10)"))
                .header("Access-Control-Expose-Headers", containsString("RateLimit"))
                .header("X-Frame-Options", "DENY")
                .body("type", endsWith("/rate-limited"))
                .body("status", equalTo(429))
                .body("instance", equalTo(CATEGORIES));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
        assertThat(refused.header("RateLimit")).endsWith(";t=" + refused.header("Retry-After"));
        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void who_has_read_too_much_can_still_write() {
        String client = newAddress();
        statuses(Limited.READS + 1, client, CATEGORIES);

        from(client).delete("/api/v1/products/7").then().statusCode(200);
    }

    @Test
    void users_are_counted_by_themselves_wherever_they_are() {
        UUID alice = Ids.next();
        String office = newAddress();
        for (int i = 0; i < Limited.WRITES; i++) {
            as(alice, newAddress()).put(CART_ITEM).then().statusCode(200);
        }

        as(alice, office).put(CART_ITEM).then().statusCode(429);
        as(Ids.next(), office).put(CART_ITEM).then().statusCode(200);
        from(office).delete("/api/v1/products/7").then().statusCode(200);
    }

    @Test
    void a_whole_network_of_ipv6_is_one_client() {
        String network = "2001:db8:" + Integer.toHexString(Ids.next().hashCode() & 0xffff) + ":1:";
        for (int i = 0; i < Limited.WRITES; i++) {
            from(network + ":" + i).delete("/api/v1/products/7").then().statusCode(200);
        }

        from(network + "a:b:c:d").delete("/api/v1/products/7").then().statusCode(429);
    }

    @Test
    void whoever_tries_tokens_is_counted_by_address() {
        String client = newAddress();

        List<Integer> statuses = IntStream.range(0, Limited.READS + 5)
                .mapToObj(i -> from(client)
                        .header("Authorization", "Bearer nonsense-" + i)
                        .get("/api/v1/orders"))
                .map(Response::statusCode)
                .toList();

        assertThat(statuses.subList(0, Limited.READS)).containsOnly(401);
        assertThat(statuses.subList(Limited.READS, statuses.size())).containsOnly(429);
    }

    @Test
    void whoever_comes_without_a_token_where_one_is_needed_is_told_and_decided() {
        from(newAddress())
                .get("/api/v1/orders")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"cloudshop\"")
                .header("RateLimit", matchesPattern("\"read\";r=29;t=\\d+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/docs", "/docs/docs.js"})
    void the_documentation_counts_as_reading(String path) {
        from(newAddress()).get(path).then().statusCode(200).header("RateLimit", matchesPattern("\"read\";r=29;t=\\d+"));
    }

    @Test
    void preflights_and_what_is_nowhere_are_not_decided() {
        String client = newAddress();

        from(client)
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "GET")
                .options(CATEGORIES)
                .then()
                .statusCode(204)
                .header("RateLimit", nullValue());
        from(client).get("/nowhere").then().statusCode(404).header("RateLimit", nullValue());
        from(client).get(CATEGORIES).then().header("RateLimit", matchesPattern("\"read\";r=29;t=\\d+"));
    }

    @Test
    void a_body_waits_for_the_decision_and_arrives_whole() throws Exception {
        String body = "x".repeat(300_000);

        String answer = RawClient.exchange("POST /api/v1/products HTTP/1.1\r\nHost: gateway\r\nX-Forwarded-For: "
                + newAddress() + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(Upstreams.PRODUCTS
                        .getAllServeEvents()
                        .getFirst()
                        .getRequest()
                        .getBodyAsString())
                .isEqualTo(body);
    }

    @Test
    void what_a_service_says_of_limits_is_not_for_clients() {
        UUID alice = Ids.next();
        Upstreams.ORDERS.does(
                connection -> connection.write(
                        "HTTP/1.1 200 OK\r\nRateLimit: \"inner\";r=1\r\nRateLimit-Policy: \"inner\";q=1\r\nContent-Length: 0\r\n\r\n"));

        Response answer = as(alice, newAddress()).get("/api/v1/cart");

        assertThat(answer.headers().getValues("RateLimit"))
                .singleElement()
                .asString()
                .startsWith("\"read\";");
        assertThat(answer.headers().getValues("RateLimit-Policy")).containsExactly("\"read\";q=30;w=60");
    }

    @Test
    void requests_are_counted_by_kind_and_outcome() {
        statuses(Limited.READS + 1, newAddress(), CATEGORIES);

        String page = given().get(metrics).asString();

        assertThat(page)
                .containsPattern("cloudshop_rate_limit_requests_total\\{decided_by=\"redis\",outcome=\"passed\","
                        + "policy=\"read\"\\} [1-9]")
                .containsPattern("cloudshop_rate_limit_requests_total\\{decided_by=\"redis\",outcome=\"refused\","
                        + "policy=\"read\"\\} [1-9]");
    }

    @Test
    void what_a_client_says_of_others_makes_it_no_other_client() {
        String client = newAddress();

        from("6.6.6.6, " + client).get(CATEGORIES).then().header("RateLimit", matchesPattern("\"read\";r=29;t=\\d+"));
        from("7.7.7.7, " + client).get(CATEGORIES).then().header("RateLimit", matchesPattern("\"read\";r=28;t=\\d+"));

        assertThat(Upstreams.PRODUCTS.getAllServeEvents())
                .extracting(event -> event.getRequest().getHeader("X-Forwarded-For"))
                .containsExactly(client, client);
    }

    private static List<Integer> statuses(int requests, String client, String path) {
        return IntStream.range(0, requests)
                .mapToObj(i -> from(client).get(path).statusCode())
                .toList();
    }

    /** Behind the proxy that we trust. */
    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static RequestSpecification as(UUID user, String address) {
        return from(address).header("Authorization", "Bearer " + TestTokens.customer(user));
    }

    /** Of the networks for documentation and benchmarks, so that no test meets another's count. */
    private static String newAddress() {
        int random = Ids.next().hashCode();
        return "198.18." + (random >>> 8 & 0xff) + "." + (random & 0xff);
    }
}
