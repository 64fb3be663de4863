package io.cloudshop.auth.reset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.auth.AuthTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who has forgotten a password, and reads mail. */
abstract class Resets extends AuthTest {

    static final String NEW_PASSWORD = "two lamps, no chair, one table";

    private static final Pattern LINK = Pattern.compile("http://localhost:3000/reset-password#token=([\\w-]{43})\\s");

    static Response request(String email) {
        return json(Map.of("email", email)).post("/api/v1/auth/password-reset-requests");
    }

    static Response reset(String token, String newPassword) {
        return json(Map.of("token", token, "newPassword", newPassword)).post("/api/v1/auth/password-resets");
    }

    /** The token of the next link for somebody. */
    static String givenLink(String email) {
        int before = mailTo(email).size();
        request(email).then().statusCode(202);
        return tokenIn(nextMail(email, before).get("text"));
    }

    static Map<String, String> nextMail(String email, int before) {
        await().until(() -> mailTo(email).size() > before);
        return mailTo(email).getFirst();
    }

    /** Newest first. */
    static List<Map<String, String>> mailTo(String email) {
        return given()
                .queryParam("size", 100)
                .get("/api/v1/auth/mailbox")
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, String>>>path("items")
                .stream()
                .filter(mail -> mail.get("to").equals(email))
                .toList();
    }

    static String tokenIn(String text) {
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
