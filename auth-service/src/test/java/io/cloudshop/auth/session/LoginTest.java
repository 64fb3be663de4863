package io.cloudshop.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginTest extends AuthTest {

    @Inject
    Database database;

    @Test
    void a_login_answers_an_access_token_for_15_minutes_that_no_cache_keeps() {
        String email = newEmail();
        givenCustomer(email);

        Response answer = login(email, PASSWORD);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900));
        assertThat(answer.<Map<String, ?>>path("$")).containsOnlyKeys("accessToken", "tokenType", "expiresIn");
    }

    @Test
    void the_address_may_be_spelt_otherwise_and_the_password_typed_on_another_keyboard() {
        String email = newEmail();
        json(Map.of("email", email, "password", "caf\u00e9 creme, caf\u00e9 noir", "displayName", "Ada"))
                .post("/api/v1/auth/register");

        Response answer = login(" " + email.toUpperCase(Locale.ROOT), "cafe\u0301 creme, cafe\u0301 noir");

        answer.then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not the right password", "A LAMP, A CHAIR AND A TABLE", "", " a lamp, a chair and a table"})
    void a_wrong_password_is_refused(String wrong) {
        String email = newEmail();
        givenCustomer(email);

        login(email, wrong)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", endsWith("/invalid-credentials"));
    }

    @Test
    void an_unknown_and_a_disabled_user_are_answered_as_a_wrong_password_is() {
        String email = newEmail();
        givenCustomer(email);
        Map<String, ?> wrongPassword = login(email, "not the right password").path("$");
        database.execute("update users set enabled = false where email = ?", email);

        assertThat(login(email, PASSWORD).<Map<String, ?>>path("$")).isEqualTo(wrongPassword);
        assertThat(login(newEmail(), PASSWORD).<Map<String, ?>>path("$")).isEqualTo(wrongPassword);
        assertThat(login("nobody", PASSWORD).<Map<String, ?>>path("$")).isEqualTo(wrongPassword);
    }

    @Test
    void the_time_of_the_answer_does_not_tell_whether_the_account_exists() {
        String email = newEmail();
        givenCustomer(email);

        List<Long> knownTimes = new ArrayList<>();
        List<Long> unknownTimes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            knownTimes.add(nanos(() -> login(email, "not the right password")));
            unknownTimes.add(nanos(() -> login(newEmail(), "not the right password")));
        }

        // What else the machine does only ever adds time, so the least is the honest one.
        double known = Collections.min(knownTimes);
        double unknown = Collections.min(unknownTimes);
        assertThat(Math.max(known, unknown) / Math.min(known, unknown)).isLessThan(1.5);
    }

    @Test
    void a_login_renews_a_hash_that_was_made_with_former_parameters() {
        String email = newEmail();
        givenCustomer(email);
        String former = Password.hash(PASSWORD)
                .addRandomSalt()
                .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
                .getResult();
        database.execute("update users set password_hash = ? where email = ?", former, email);

        login(email, PASSWORD).then().statusCode(200);

        assertThat(database.text("select password_hash from users where email = ?", email))
                .startsWith("$argon2id$v=19$m=19456,t=1,p=1$");
        login(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void a_token_in_the_request_does_not_matter_even_an_invalid_one() {
        String email = newEmail();
        givenCustomer(email);

        json(Map.of("email", email, "password", PASSWORD))
                .header("Authorization", "Bearer nonsense")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200);
    }

    @Test
    void a_password_longer_than_any_account_has_is_not_even_hashed() {
        login(newEmail(), "x".repeat(129)).then().statusCode(422).body("violations.field", hasItem("password"));
    }

    @Test
    void a_flood_of_logins_is_refused_or_asked_to_come_back_but_breaks_nothing() throws Exception {
        Callable<Integer> attempt =
                () -> login(newEmail(), "not the right password").statusCode();

        List<Future<Integer>> answers;
        try (var clients = Executors.newFixedThreadPool(60)) {
            answers = clients.invokeAll(Collections.nCopies(120, attempt));
        }

        assertThat(answers).extracting(Future::resultNow).contains(401).isSubsetOf(401, 503);
    }

    private static long nanos(Runnable login) {
        long start = System.nanoTime();
        login.run();
        return System.nanoTime() - start;
    }
}
