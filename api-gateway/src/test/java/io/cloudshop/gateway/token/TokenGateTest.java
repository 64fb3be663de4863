package io.cloudshop.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.revocation.Revocations;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractIntegerAssert;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class TokenGateTest {

    private static final UUID SIGN_IN = Ids.next();

    @Inject
    Revocations revocations;

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cart",
                "/api/v1/cart/items/7",
                "/api/v1/orders",
                "/api/v1/orders/7",
                "/api/v1/orders/7/events",
                "/api/v1/admin/orders",
                "/api/v1/admin/outbox/dead-letters",
                "/api/v1/admin/products/outbox/dead-letters",
                "/api/v1/admin/users/7",
                "/api/v1/users",
                "/api/v1/search-index/rebuild/7"
            })
    void where_everything_needs_a_user_nobody_passes_without_a_token(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"cloudshop\"")
                .body("type", endsWith("/unauthorized"))
                .body("status", equalTo(401))
                .body("instance", equalTo(path));
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products", "/api/v1/products/7", "/api/v1/categories", "/api/v1/auth/me"})
    void where_the_service_decides_a_request_passes_without_a_token(String path) {
        given().get(path).then().statusCode(200);
        assertThat(Upstreams.requests()).isOne();
    }

    @Test
    void a_good_token_passes_and_goes_with_the_request() {
        String authorization = "Bearer " + TestTokens.customer(Ids.next());

        for (int twice = 0; twice < 2; twice++) {
            given().header("Authorization", authorization)
                    .get("/api/v1/cart")
                    .then()
                    .statusCode(200);
        }

        assertThat(Upstreams.ORDERS.heads()).hasSize(2).allSatisfy(head -> assertThat(head)
                .containsIgnoringCase("authorization: " + authorization));
    }

    @Test
    void a_token_that_was_revoked_is_refused_although_it_was_good_a_moment_ago() throws Exception {
        JwtClaims claims = TestTokens.claims(Ids.next(), List.of("customer"));
        String authorization = "Bearer " + TestTokens.signed(claims);
        given().header("Authorization", authorization)
                .get("/api/v1/cart")
                .then()
                .statusCode(200);

        revocations.revokeToken(
                claims.getJwtId(),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));

        given().header("Authorization", authorization)
                .get("/api/v1/cart")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"cloudshop\", error=\"invalid_token\""));
        assertThat(Upstreams.requests()).isOne();
    }

    @Test
    void a_token_whose_key_was_withdrawn_is_refused_although_it_was_good_a_moment_ago() {
        JwtClaims claims = TestTokens.claims(Ids.next(), List.of("customer"));
        String remembered = TestTokens.signedByTheSpareKey(claims);
        statusOf(remembered).isEqualTo(200);

        revocations.revokeKey(TestTokens.spareKeyId());

        statusOf(remembered).isEqualTo(401);
        claims.setJwtId(Ids.next().toString());
        statusOf(TestTokens.signedByTheSpareKey(claims))
                .as("new to the gateway")
                .isEqualTo(401);
        statusOf(TestTokens.signed(claims)).as("signed by another key").isEqualTo(200);
    }

    private static AbstractIntegerAssert<?> statusOf(String token) {
        return assertThat(given().header("Authorization", "Bearer " + token)
                .get("/api/v1/cart")
                .statusCode());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCredentials")
    void a_request_with_bad_credentials_dies_at_the_gateway_where_a_user_is_needed_or_something_is_changed(
            String what, String authorization) {
        for (String call : List.of(
                "GET /api/v1/orders",
                "HEAD /api/v1/cart",
                "POST /api/v1/products",
                "PUT /api/v1/products/7",
                "DELETE /api/v1/products/7",
                "POST /api/v1/products/import",
                "POST /api/v1/products/7/picture",
                "PATCH /api/v1/auth/me",
                "PUT /api/v1/auth/me/password")) {
            String[] parts = call.split(" ");
            given().header("Authorization", authorization)
                    .request(parts[0], parts[1])
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer realm=\"cloudshop\""));
        }
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCredentials")
    void whoever_reads_what_is_public_with_bad_credentials_is_answered_as_if_there_were_none(
            String what, String authorization) {
        List<String> paths = List.of(
                "/api/v1/products",
                "/api/v1/products/7",
                "/api/v1/products/search?q=lamp",
                "/api/v1/products/suggest?q=la",
                "/api/v1/pictures/a1.jpg",
                "/api/v1/categories");
        for (String path : paths) {
            for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                given().header("Authorization", authorization)
                        .request(method, path)
                        .then()
                        .statusCode(200);
            }
        }
        assertThat(Upstreams.PRODUCTS.getAllServeEvents())
                .hasSize(3 * paths.size())
                .noneMatch(event -> event.getRequest().containsHeader("Authorization"));
    }

    @Test
    void a_bad_token_is_told_where_the_service_did_not_see_it_and_asks_for_one() {
        Upstreams.AUTH.stubFor(WireMock.get("/api/v1/auth/me")
                .withId(SIGN_IN)
                .willReturn(WireMock.unauthorized().withHeader("WWW-Authenticate", "Bearer")));
        try {
            given().get("/api/v1/auth/me").then().statusCode(401).header("WWW-Authenticate", "Bearer");
            given().header("Authorization", "Bearer abc")
                    .get("/api/v1/auth/me")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer realm=\"cloudshop\", error=\"invalid_token\"");
        } finally {
            Upstreams.AUTH.removeStub(SIGN_IN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "login", "refresh", "password-reset-requests", "password-resets"})
    void a_client_whose_token_ran_out_can_still_sign_in(String call) {
        JwtClaims expired = TestTokens.claims(Ids.next(), List.of("customer"));
        expired.setExpirationTimeMinutesInTheFuture(-1);

        given().header("Authorization", "Bearer " + TestTokens.signed(expired))
                .post("/api/v1/auth/" + call)
                .then()
                .statusCode(200);
    }

    static Stream<Arguments> badCredentials() {
        JwtClaims good = TestTokens.claims(Ids.next(), List.of("customer"));
        JwtClaims expired = TestTokens.claims(Ids.next(), List.of("customer"));
        expired.setExpirationTimeMinutesInTheFuture(-1);
        JwtClaims endless = TestTokens.claims(Ids.next(), List.of("customer"));
        endless.unsetClaim("exp");
        JwtClaims otherIssuer = TestTokens.claims(Ids.next(), List.of("customer"));
        otherIssuer.setIssuer("https://elsewhere.example");
        JwtClaims otherAudience = TestTokens.claims(Ids.next(), List.of("customer"));
        otherAudience.setAudience("elsewhere");
        String token = TestTokens.signed(good);
        return Stream.of(
                Arguments.of("expired", "Bearer " + TestTokens.signed(expired)),
                Arguments.of("without expiry", "Bearer " + TestTokens.signed(endless)),
                Arguments.of("other issuer", "Bearer " + TestTokens.signed(otherIssuer)),
                Arguments.of("other audience", "Bearer " + TestTokens.signed(otherAudience)),
                Arguments.of("signed by a stranger", "Bearer " + TestTokens.signedByAStranger(good)),
                Arguments.of("signature cut off", "Bearer " + token.substring(0, token.lastIndexOf('.') + 1)),
                Arguments.of("unsigned", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."),
                Arguments.of("no JWT", "Bearer abc"),
                Arguments.of("empty", "Bearer"),
                Arguments.of("two tokens", "Bearer " + token + " " + token),
                Arguments.of("Basic", "Basic dXNlcjpwYXNz"),
                Arguments.of("no scheme", token));
    }

    @Test
    void two_authorization_headers_are_one_too_many() throws Exception {
        String header = "Authorization: Bearer " + TestTokens.admin();

        assertThat(RawClient.request("GET", "/api/v1/cart", header, header)).startsWith("HTTP/1.1 401 ");
        assertThat(RawClient.request("POST", "/api/v1/products", header, header))
                .startsWith("HTTP/1.1 401 ");
        assertThat(Upstreams.requests()).isZero();
        assertThat(RawClient.request("GET", "/api/v1/products", header, header)).startsWith("HTTP/1.1 200 ");
        assertThat(Upstreams.PRODUCTS.getAllServeEvents())
                .noneMatch(event -> event.getRequest().containsHeader("Authorization"));
    }

    @Test
    void the_keys_are_fetched_once_for_many_requests() {
        for (int i = 0; i < 20; i++) {
            given().header("Authorization", "Bearer " + TestTokens.admin())
                    .get("/api/v1/products")
                    .then()
                    .statusCode(200);
        }

        assertThat(Upstreams.AUTH.getAllServeEvents()).hasSizeLessThanOrEqualTo(1);
    }
}
