package io.cloudshop.auth.session;

import static io.cloudshop.auth.session.SessionAnswers.thenSignedOut;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.testing.RawClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NoSessionTest extends AuthTest {

    @Test
    void without_a_token_that_somebody_knows_there_is_no_session() {
        thenSignedOut(given().post("/api/v1/auth/refresh"), "refresh-refused");
        thenSignedOut(refresh("nonsense"), "refresh-refused");
        thenSignedOut(refresh(""), "refresh-refused");
        thenSignedOut(refresh(Base64.getUrlEncoder().encodeToString(new byte[32])), "refresh-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudshop_refresh",
                "cloudshop_refresh=",
                "=; ;;",
                "\"",
                "cloudshop_refresh=\"",
                "$Version=1; cloudshop_refresh=x; $Path=/",
                "cloudshop_refresh=a; cloudshop_refresh=b",
                "cloudshop_refresh=\u00e4\u00f6",
                "cloudshop_refresh=%00"
            })
    void a_cookie_that_makes_no_sense_is_no_session(String cookie) throws Exception {
        assertThat(RawClient.request("POST", "/api/v1/auth/refresh", "Cookie: " + cookie))
                .startsWith("HTTP/1.1 401 ")
                .contains("/refresh-refused");
        assertThat(RawClient.request("POST", "/api/v1/auth/logout", "Cookie: " + cookie))
                .startsWith("HTTP/1.1 204 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:3001", "https://localhost:3000", "null"})
    void a_page_of_another_origin_can_neither_use_nor_end_a_session(String origin) {
        String token = givenSession();

        for (String path : List.of("/api/v1/auth/refresh", "/api/v1/auth/logout")) {
            given().cookie(REFRESH_COOKIE, token)
                    .header("Origin", origin)
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/forbidden"))
                    .header("Set-Cookie", nullValue());
        }

        refresh(token).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1:3000"})
    void the_page_of_the_shop_can_use_a_session(String origin) {
        given().cookie(REFRESH_COOKIE, givenSession())
                .header("Origin", origin)
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }
}
