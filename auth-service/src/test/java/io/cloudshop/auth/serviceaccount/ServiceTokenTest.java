package io.cloudshop.auth.serviceaccount;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.cloudshop.auth.AuthTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServiceTokenTest extends AuthTest {

    private static final String SECRET = "orders-api-secret-local";

    @Test
    void a_service_gets_a_token_with_the_role_service() throws Exception {
        Response answer = as("orders-api", SECRET)
                .formParam("grant_type", "client_credentials")
                .post("/api/v1/auth/token");

        answer.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900));
        JwtClaims claims = claimsOf(answer.path("access_token"));
        assertThat(claims.getSubject()).isEqualTo("orders-api");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
    }

    @ParameterizedTest
    @CsvSource({
        "orders-api, wrong",
        "orders-api, ''",
        "products-api, orders-api-secret-local",
        "orders-api-secret-local, orders-api",
        "ORDERS-API, orders-api-secret-local"
    })
    void a_client_without_the_right_secret_is_refused(String client, String secret) {
        Response answer =
                as(client, secret).formParam("grant_type", "client_credentials").post("/api/v1/auth/token");

        thenInvalidClient(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic b3JkZXJzLWFwaQ==", "Bearer abc", "Basic //79"})
    void an_authorization_that_is_not_basic_is_refused(String authorization) {
        Response answer = given().header("Authorization", authorization)
                .formParam("grant_type", "client_credentials")
                .post("/api/v1/auth/token");

        thenInvalidClient(answer);
    }

    @Test
    void a_secret_in_the_form_does_not_count() {
        Response answer = given().formParams(
                        Map.of("grant_type", "client_credentials", "client_id", "orders-api", "client_secret", SECRET))
                .post("/api/v1/auth/token");

        thenInvalidClient(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid_request",
        "scope=, invalid_request",
        "grant_type=, invalid_request",
        "grant_type=password, unsupported_grant_type",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&scope=everything, invalid_scope"
    })
    void another_request_is_refused_in_the_words_of_rfc_6749(String form, String error) {
        as("orders-api", SECRET)
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/api/v1/auth/token")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo(error));
    }

    @Test
    void unknown_parameters_are_ignored() {
        as("orders-api", SECRET)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("grant_type=client_credentials&scope=&resource=x")
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200);
    }

    @Test
    void a_malformed_form_is_the_client_s_fault() {
        int status = as("orders-api", SECRET)
                .contentType("application/x-www-form-urlencoded")
                .body("grant_type=%zz%")
                .post("/api/v1/auth/token")
                .statusCode();

        assertThat(status).isBetween(400, 499);
    }

    @Test
    void a_form_encoded_secret_means_the_same_as_a_plain_one() {
        ClientCredentials encoded = new ClientCredentials("orders-api", "a%2Bb+c");

        assertThat(encoded.mayMean("a+b c"::equals)).isTrue();
        assertThat(encoded.mayMean("a%2Bb+c"::equals)).isTrue();
        assertThat(new ClientCredentials("orders-api", "100%").mayMean("100%"::equals))
                .isTrue();
    }

    private static void thenInvalidClient(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/json")
                .header("Cache-Control", equalTo("no-store"))
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("error", equalTo("invalid_client"))
                .body("error_description", not(equalTo(null)));
    }

    private static RequestSpecification as(String client, String secret) {
        return given().auth().preemptive().basic(client, secret);
    }

    private static JwtClaims claimsOf(String token) throws Exception {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipAllValidators()
                .build()
                .processToClaims(token);
    }
}
