package io.cloudshop.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErrorAnswersTest extends AuthTest {

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String TOO_LARGE = "\"" + "a".repeat(1_100_000) + "\"";

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", 400, "malformed"),
                Arguments.of("null", 400, "malformed"),
                Arguments.of("{", 400, "malformed"),
                Arguments.of("not json", 400, "malformed"),
                Arguments.of("[]", 400, "malformed"),
                Arguments.of("\"text\"", 400, "malformed"),
                Arguments.of("{} {}", 400, "malformed"),
                Arguments.of("{\"email\": 1}", 400, "malformed"),
                Arguments.of("{\"email\": {\"a\": \"b\"}}", 400, "malformed"),
                Arguments.of("{\"email\": [\"a\"]}", 400, "malformed"),
                Arguments.of("{\"email\": \"a@example.org\", \"mail\": \"\"}", 400, "malformed"),
                Arguments.of("{\"email\": \"\\ud800\"}", 422, "invalid"),
                Arguments.of("{\"email\": \"\\u0000\"}", 422, "invalid"),
                Arguments.of("[".repeat(5_000), 400, "malformed"),
                Arguments.of("{}", 422, "invalid"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_that_is_not_right_is_answered_with_a_problem(String body, int status, String type) {
        for (String path : new String[] {REGISTER, "/api/v1/auth/login", "/api/v1/auth/password-reset-requests"}) {
            Response answer = given().contentType(ContentType.JSON).body(body).post(path);

            thenProblem(answer, status, type, path);
        }
    }

    @Test
    void a_body_that_is_not_utf_8_is_malformed() {
        byte[] latin1 = "{\"email\": \"é@example.org\", \"password\": \"ÿþ\"}".getBytes(StandardCharsets.ISO_8859_1);

        Response answer =
                given().header("Content-Type", "application/json").body(latin1).post(REGISTER);

        thenProblem(answer, 400, "malformed", REGISTER);
    }

    @Test
    void a_body_over_a_mebibyte_is_too_large() {
        Response answer = given().contentType(ContentType.JSON).body(TOO_LARGE).post(REGISTER);

        thenProblem(answer, 413, "too-large", REGISTER);
    }

    static Stream<Arguments> framings() {
        return Stream.of(
                Arguments.of(HttpClient.Version.HTTP_1_1, announced()),
                Arguments.of(HttpClient.Version.HTTP_1_1, chunked()),
                Arguments.of(HttpClient.Version.HTTP_2, announced()),
                Arguments.of(HttpClient.Version.HTTP_2, chunked()));
    }

    @ParameterizedTest
    @MethodSource("framings")
    void a_body_over_a_mebibyte_is_too_large_however_it_is_sent(HttpClient.Version version, BodyPublisher body)
            throws Exception {
        URI register = URI.create(RestAssured.baseURI + ":" + RestAssured.port + REGISTER);
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            HttpRequest request = HttpRequest.newBuilder(register)
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build();

            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("/problems/too-large", REGISTER);
        }
    }

    private static BodyPublisher announced() {
        return BodyPublishers.ofString(TOO_LARGE);
    }

    private static BodyPublisher chunked() {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TOO_LARGE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void missing_fields_are_named() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("email"))
                .body("violations.field", hasItem("password"))
                .body("violations.field", hasItem("displayName"))
                .body("violations.message", not(hasItem(equalTo(null))));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/auth/me, 401, unauthorized",
        "PATCH, /api/v1/auth/me, 401, unauthorized",
        "PUT, /api/v1/auth/me/password, 401, unauthorized",
        "GET, /nowhere, 404, not-found",
        "GET, /api/v1/auth, 404, not-found",
        "POST, /api/v1/auth/refresh, 401, refresh-refused",
        "GET, /api/v1/auth/refresh, 405, method-not-allowed",
        "GET, /api/v1/auth/logout, 405, method-not-allowed",
        "GET, /api/v1/users, 401, unauthorized",
        "DELETE, /api/v1/users, 405, method-not-allowed",
        "GET, /api/v1/auth/register, 405, method-not-allowed",
        "DELETE, /api/v1/auth/me, 401, unauthorized",
        "POST, /api/v1/auth/me, 405, method-not-allowed",
        "GET, /api/v1/erasures, 401, unauthorized",
        "POST, /.well-known/jwks.json, 405, method-not-allowed"
    })
    void a_request_that_leads_nowhere_is_answered_with_a_problem(String method, String path, int status, String type) {
        Response answer = given().contentType(ContentType.JSON)
                .body("{\"displayName\": \"Ada\", \"currentPassword\": \"x\", \"newPassword\": \"y\"}")
                .request(method, path);

        thenProblem(answer, status, type, path);
        if (status == 401) {
            answer.then().header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @Test
    void a_body_of_another_media_type_is_answered_with_a_problem() {
        Response answer = given().contentType("text/plain").body("hello").post(REGISTER);

        thenProblem(answer, 415, "unsupported-media-type", REGISTER);
    }

    @Test
    void a_media_type_that_cannot_be_given_is_answered_with_a_problem() {
        Response answer = given().accept("image/png").get("/.well-known/jwks.json");

        thenProblem(answer, 406, "not-acceptable", "/.well-known/jwks.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-client.s_id-1", "x"})
    void a_sane_request_id_is_taken_over(String id) {
        given().header("X-Request-Id", id).get("/nowhere").then().header("X-Request-Id", equalTo(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"has blank", "<script>", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void any_other_request_id_is_replaced(String id) {
        RequestSpecification request = given().header("X-Request-Id", id);

        String answered = request.get("/.well-known/jwks.json").header("X-Request-Id");

        assertThat(answered).matches("[0-9a-f-]{36}");
    }

    private static void thenProblem(Response answer, int status, String type, String path) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", not(equalTo(null)))
                .body("type", equalTo("https://cloudshop.example/problems/" + type))
                .body("title", not(equalTo(null)))
                .body("status", equalTo(status))
                .body("detail", not(equalTo(null)))
                .body("instance", equalTo(path));
        assertThat(answer.asString())
                .doesNotContainPattern("(java|com|org|io)\\.[a-z]+\\.")
                .doesNotContain("Exception");
    }
}
