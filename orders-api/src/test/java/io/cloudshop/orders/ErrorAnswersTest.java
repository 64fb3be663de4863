package io.cloudshop.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.OwnContract;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErrorAnswersTest extends OrdersTest {

    private final Customer alice = Customer.isNew();

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("garbage", "garbage"),
                Arguments.of("empty", ""),
                Arguments.of("unsigned", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9."),
                Arguments.of("expired", spoilt(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1)))),
                Arguments.of("without expiry", spoilt(claims -> claims.unsetClaim("exp"))),
                Arguments.of("of another issuer", spoilt(claims -> claims.setIssuer("https://elsewhere.example"))),
                Arguments.of("for another audience", spoilt(claims -> claims.setAudience("elsewhere"))),
                Arguments.of("without an id", spoilt(claims -> claims.unsetClaim("jti"))),
                Arguments.of("without a subject", spoilt(claims -> claims.unsetClaim("sub"))),
                Arguments.of("of a stranger", TestTokens.signedByAStranger(claims())),
                Arguments.of("tampered with", tamperedWith(TestTokens.signed(claims()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_token_that_is_not_ours_and_valid_is_refused(String name, String token) {
        thenUnauthorized(bearer(token).get(CART));
        thenUnauthorized(bearer(token).get(ORDERS));
    }

    @Test
    void a_token_in_the_wrong_place_is_none() {
        thenUnauthorized(given().get(ORDERS + "?access_token=" + alice.token()));
        thenUnauthorized(
                given().header("Authorization", "Basic " + alice.token()).get(ORDERS));
    }

    @Test
    void a_token_without_a_role_opens_nothing() {
        String token = TestTokens.signed(TestTokens.claims(UUID.randomUUID(), List.of()));

        thenProblem(bearer(token).get(ORDERS), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not-found",
        "GET, /api/v1/carts, 404, not-found",
        "GET, /api/v1/orders/1/2/3, 404, not-found",
        "DELETE, /api/v1/orders, 405, method-not-allowed",
        "PATCH, /api/v1/cart, 405, method-not-allowed",
        "POST, /api/v1/cart, 405, method-not-allowed",
        "POST, /api/v1/cart/items/0192f0c1-7d7a-7000-8000-000000000001, 405, method-not-allowed"
    })
    void a_request_that_leads_nowhere_is_answered_with_a_problem(String method, String path, int status, String slug) {
        Response answer = as(alice).contentType(ContentType.JSON).body("{}").request(method, path);

        thenProblem(answer, status, slug);
        answer.then().body("instance", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS, CART})
    void a_media_type_that_cannot_be_given_is_answered_with_a_problem(String path) {
        thenProblem(as(alice).accept("image/png").get(path), 406, "not-acceptable");
    }

    @Test
    void a_body_over_a_mebibyte_is_too_large() {
        Response answer = as(alice)
                .noFiltersOfType(OwnContract.class)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", newKey())
                .body("\"" + "a".repeat(1_100_000) + "\"")
                .post(ORDERS);

        thenProblem(answer, 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-client.s_id-1", "x"})
    void a_sane_request_id_is_taken_over(String id) {
        as(alice).header("X-Request-Id", id).get(ORDERS).then().header("X-Request-Id", equalTo(id));
        given().header("X-Request-Id", id).get("/nowhere").then().header("X-Request-Id", equalTo(id));
        given().header("X-Request-Id", id).get(ORDERS).then().header("X-Request-Id", equalTo(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has blank",
                "<script>",
                "semi;colon",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void any_other_request_id_is_replaced(String id) {
        String answered = as(alice).header("X-Request-Id", id).get(ORDERS).header("X-Request-Id");

        assertThat(answered).matches("[0-9a-f-]{36}");
    }

    private static String spoilt(Consumer<JwtClaims> spoiling) {
        JwtClaims claims = claims();
        spoiling.accept(claims);
        return TestTokens.signed(claims);
    }

    private static JwtClaims claims() {
        return TestTokens.claims(UUID.randomUUID(), List.of("customer"));
    }

    private static String tamperedWith(String token) {
        String[] parts = token.split("\\.");
        String other = TestTokens.signed(claims()).split("\\.")[1];
        return parts[0] + "." + other + "." + parts[2];
    }

    private static void thenUnauthorized(Response answer) {
        thenProblem(answer, 401, "unauthorized");
        answer.then().header("WWW-Authenticate", notNullValue()).header("WWW-Authenticate", startsWith("Bearer"));
    }
}
