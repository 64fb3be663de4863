package io.cloudshop.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegistrationTest extends AuthTest {

    @Inject
    Database database;

    @Test
    void a_registration_answers_the_new_customer_without_any_secret() {
        String email = newEmail();

        ValidatableResponse answer = register(email).then().statusCode(201);

        answer.header("Location", equalTo("/api/v1/auth/me"))
                .body("id", matchesPattern("[0-9a-f-]{14}7[0-9a-f-]{21}"))
                .body("email", equalTo(email))
                .body("displayName", equalTo("Ada"))
                .body("roles", contains("customer"));
        assertThat(answer.extract().<Map<String, ?>>path("$"))
                .containsOnlyKeys("id", "email", "displayName", "roles", "createdAt");
        assertThat(Instant.parse(answer.extract().path("createdAt"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void the_password_is_stored_as_an_argon2id_hash_with_the_parameters_of_the_configuration() {
        String email = newEmail();

        register(email);

        assertThat(database.text("select password_hash from users where email = ?", email))
                .startsWith("$argon2id$v=19$m=19456,t=1,p=1$");
    }

    @Test
    void an_address_is_taken_however_it_is_spelt() {
        String email = newEmail();
        givenCustomer(email);

        Response answer = register("  " + email.toUpperCase(Locale.ROOT) + " ");

        answer.then().statusCode(409).body("type", endsWith("/email-taken"));
    }

    @Test
    void an_address_is_one_however_it_is_composed() {
        String email = "zoë." + newEmail();
        register(email).then().statusCode(201).body("email", equalTo(email));

        for (String same :
                List.of(email.replace("ë", "e\u0308"), "\u00a0" + email + "\u200b", email.replace("ë", "Ë"))) {
            register(same).then().statusCode(409).body("type", endsWith("email-taken"));
            login(same, PASSWORD).then().statusCode(200);
        }
    }

    @Test
    void of_many_registrations_of_one_address_at_once_exactly_one_succeeds() throws Exception {
        String email = newEmail();
        Callable<Integer> registration = () -> register(email).statusCode();

        List<Future<Integer>> answers;
        try (var pool = Executors.newFixedThreadPool(8)) {
            answers = pool.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> registration).toList());
        }

        assertThat(answers)
                .extracting(Future::resultNow)
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elevenchars",
                "Password1234",
                "QWERTYUIOP123",
                "123456789012",
                "aaaaaaaaaaaa",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"
            })
    void a_weak_password_is_refused(String weak) {
        Response answer = json(Map.of("email", newEmail(), "password", weak, "displayName", "Ada"))
                .post("/api/v1/auth/register");

        answer.then().statusCode(422).body("type", endsWith("/invalid")).body("violations.field", contains("password"));
    }

    @Test
    void a_password_may_have_128_characters_but_not_129() {
        assertThat(registerWithPassword("é".repeat(128)).statusCode()).isEqualTo(201);
        assertThat(registerWithPassword("é".repeat(129)).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00", "\uD83D\uDC69", "e\u0301", "\u1112\u1161\u11AB"})
    void a_password_of_128_characters_opens_the_account_whatever_they_are_made_of(String character) {
        String email = newEmail();
        String longest = character.repeat(128);

        json(Map.of("email", email, "password", longest, "displayName", "Ada"))
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201);

        login(email, longest).then().statusCode(200);
        login(email, longest + character).then().statusCode(422).body("violations.field", contains("password"));
        assertThat(registerWithPassword(longest + character).statusCode()).isEqualTo(422);
    }

    @Test
    void a_name_may_have_100_characters_whatever_they_are_made_of() {
        assertThat(registerWithName("\uD83D\uDE00".repeat(100)).statusCode()).isEqualTo(201);
        assertThat(registerWithName("\uD83D\uDE00".repeat(101)).statusCode()).isEqualTo(422);
    }

    @Test
    void the_own_address_is_no_password() {
        String email = newEmail();

        Response answer = json(Map.of("email", email, "password", email.toUpperCase(Locale.ROOT), "displayName", "Ada"))
                .post("/api/v1/auth/register");

        answer.then().statusCode(422).body("violations.field", contains("password"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', email",
        "ada, email",
        "ada@localhost, email",
        "ada@@example.org, email",
        "a da@example.org, email",
        "ada@exam\u0000ple.org, email"
    })
    void what_is_not_an_address_is_refused(String email, String field) {
        Response answer = register(email);

        answer.then().statusCode(422).body("violations.field", hasItem(field));
    }

    @Test
    void an_address_has_at_most_254_characters() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "example.org";
        String longest = "a".repeat(64 - 8) + newSuffix() + "@" + domain.substring(0, 254 - 65);

        assertThat(longest).hasSize(254);
        register(longest).then().statusCode(201);
        register(longest + "x").then().statusCode(422).body("violations.field", hasItem("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "bell\u0007", "nul\u0000", "lone \uD800 surrogate"})
    void what_cannot_be_shown_is_no_display_name(String name) {
        Response answer = json("{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"%s\"}"
                        .formatted(newEmail(), PASSWORD, escaped(name)))
                .post("/api/v1/auth/register");

        answer.then().statusCode(422).body("violations.field", hasItem("displayName"));
    }

    @Test
    void a_huge_value_is_refused_without_a_stack_overflow() {
        String huge = "a@" + "b.".repeat(200_000);

        register(huge).then().statusCode(422).body("violations.field", hasItem("email"));
    }

    private static Response registerWithPassword(String password) {
        return json(Map.of("email", newEmail(), "password", password, "displayName", "Ada"))
                .post("/api/v1/auth/register");
    }

    private static Response registerWithName(String name) {
        return json(Map.of("email", newEmail(), "password", PASSWORD, "displayName", name))
                .post("/api/v1/auth/register");
    }

    private static String newSuffix() {
        return newEmail().substring(4, 12);
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
        return json.toString();
    }
}
