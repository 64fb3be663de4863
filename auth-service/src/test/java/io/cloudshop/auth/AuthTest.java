package io.cloudshop.auth;

import static io.restassured.RestAssured.given;

import io.cloudshop.stores.testing.PostgresTestResource;
import io.cloudshop.stores.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** What the tests of this service do again and again, over HTTP as a client does it. */
@QuarkusTestResource(value = PostgresTestResource.class, initArgs = @ResourceArg(name = "database", value = "auth"))
@QuarkusTestResource(RedisTestResource.class)
public abstract class AuthTest {

    protected static final String REFRESH_COOKIE = "cloudshop_refresh";
    protected static final String PASSWORD = "a lamp, a chair and a table";

    protected static String newEmail() {
        return "ada." + UUID.randomUUID() + "@example.org";
    }

    protected static Map<String, String> registration(String email) {
        return Map.of("email", email, "password", PASSWORD, "displayName", "Ada");
    }

    protected static Response register(String email) {
        return json(registration(email)).post("/api/v1/auth/register");
    }

    protected static Response login(String email, String password) {
        return json(Map.of("email", email, "password", password)).post("/api/v1/auth/login");
    }

    protected static String givenCustomer(String email) {
        return register(email).then().statusCode(201).extract().path("id");
    }

    /** The access token of a new customer. */
    protected static String givenSignedInCustomer() {
        String email = newEmail();
        givenCustomer(email);
        return signIn(email);
    }

    protected static String signIn(String email) {
        return login(email, PASSWORD).then().statusCode(200).extract().path("accessToken");
    }

    /** An access token of the first administrator. */
    protected static String adminToken() {
        return login("admin@cloudshop.local", "admin-password-local")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    protected static RequestSpecification asAdmin() {
        return bearer(adminToken());
    }

    /** The refresh token of a new session of a new customer. */
    protected static String givenSession() {
        String email = newEmail();
        givenCustomer(email);
        return givenSession(email);
    }

    /** The refresh token of a new session. */
    protected static String givenSession(String email) {
        return refreshToken(
                login(email, PASSWORD).then().statusCode(200).extract().response());
    }

    /** Null where the answer sets none, empty where it clears it. */
    protected static String refreshToken(Response answer) {
        return answer.cookie(REFRESH_COOKIE);
    }

    protected static Response refresh(String token) {
        return given().cookie(REFRESH_COOKIE, token).post("/api/v1/auth/refresh");
    }

    protected static Response logout(String token) {
        return given().cookie(REFRESH_COOKIE, token).post("/api/v1/auth/logout");
    }

    protected static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    protected static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
