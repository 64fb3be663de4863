package io.cloudshop.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UserAdministrationTest extends AuthTest {

    private static final String USERS = "/api/v1/users";

    private record Admin(String id, String token) {}

    @Inject
    Database database;

    @Test
    void an_administrator_finds_users_by_part_of_address_or_name_in_whichever_case() {
        String tag = UUID.randomUUID().toString();
        String byAddress = givenUser("b." + tag + "@example.org", "Grace");
        String byName = givenUser(newEmail(), "Ada 100% " + tag);

        Response answer =
                asAdmin().queryParam("q", tag.toUpperCase(Locale.ROOT)).get(USERS);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("items.id", contains(byName, byAddress))
                .body("page", equalTo(0))
                .body("size", equalTo(20))
                .body("total", equalTo(2));
        assertThat(answer.<Map<String, ?>>path("items[0]"))
                .containsOnlyKeys("id", "email", "displayName", "roles", "enabled", "createdAt");
        asAdmin().queryParam("q", "100% " + tag).get(USERS).then().body("items.id", contains(byName));
        asAdmin().queryParam("q", "_".repeat(tag.length())).get(USERS).then().body("items", empty());
    }

    @Test
    void users_come_in_pages_by_address() {
        String tag = UUID.randomUUID().toString();
        List<String> ids = List.of(
                givenUser("a." + tag + "@example.org", "Ada"),
                givenUser("B." + tag + "@example.org", "Ada"),
                givenUser("c." + tag + "@example.org", "Ada"));

        page(tag, 0).then().body("items.id", contains(ids.get(0), ids.get(1))).body("total", equalTo(3));
        page(tag, 1).then().body("items.id", contains(ids.get(2))).body("total", equalTo(3));
        page(tag, 5_000).then().statusCode(200).body("items", empty());
        page(tag, 5_001).then().statusCode(422).body("violations.field", contains("page"));
    }

    @ParameterizedTest
    @CsvSource({"size=0, 422", "size=101, 422", "page=-1, 422", "page=x, 400", "q=%00, 422", "page=99999999999, 422"})
    void a_page_that_there_cannot_be_is_refused(String query, int status) {
        assertThat(asAdmin().urlEncodingEnabled(false).get(USERS + "?" + query).statusCode())
                .isEqualTo(status);
    }

    @Test
    void administration_is_for_administrators() {
        String customer = givenSignedInCustomer();

        bearer(customer).get(USERS).then().statusCode(403).body("type", endsWith("/forbidden"));
        change(customer, UUID.randomUUID().toString(), Map.of("enabled", false))
                .then()
                .statusCode(403);
        given().get(USERS).then().statusCode(401);
    }

    @Test
    void roles_are_given_and_taken() {
        String email = newEmail();
        String id = givenCustomer(email);
        Admin admin = givenAdmin();

        change(admin.token(), id, Map.of("roles", List.of("admin", "customer", "admin")))
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("roles", contains("customer", "admin"))
                .body("enabled", equalTo(true));
        bearer(signIn(email)).get(USERS).then().statusCode(200);

        change(admin.token(), id, Map.of("roles", List.of("customer"))).then().body("roles", contains("customer"));
        bearer(signIn(email)).get(USERS).then().statusCode(403);
    }

    @Test
    void what_is_not_mentioned_stays() {
        String id = givenCustomer(newEmail());

        change(givenAdmin().token(), id, Map.of())
                .then()
                .statusCode(200)
                .body("roles", contains("customer"))
                .body("enabled", equalTo(true));
    }

    @Test
    void a_disabled_user_cannot_sign_in_and_has_no_session_any_more_even_when_enabled_again() {
        String email = newEmail();
        String id = givenCustomer(email);
        String session = givenSession(email);
        String untouched = givenSession(email);
        Admin admin = givenAdmin();

        change(admin.token(), id, Map.of("enabled", false))
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false));

        login(email, PASSWORD).then().statusCode(401).body("type", endsWith("/invalid-credentials"));
        refresh(session).then().statusCode(401);

        change(admin.token(), id, Map.of("enabled", true))
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true));

        refresh(untouched).then().statusCode(401);
        login(email, PASSWORD).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"roles\": []}                    | roles",
                "{\"roles\": [\"service\"]}         | roles[0]",
                "{\"roles\": [\"customer\", null]}  | roles[1]"
            })
    void roles_that_there_are_not_are_refused(String change, String field) {
        String id = givenCustomer(newEmail());

        change(givenAdmin().token(), id, change).then().statusCode(422).body("violations.field", contains(field));
    }

    @Test
    void nothing_else_can_be_changed_and_nobody_who_is_not_there() {
        Admin admin = givenAdmin();
        String id = givenCustomer(newEmail());

        change(admin.token(), id, "{\"email\": \"other@example.org\"}").then().statusCode(400);
        change(admin.token(), UUID.randomUUID().toString(), Map.of("enabled", false))
                .then()
                .statusCode(404);
        change(admin.token(), "7", Map.of("enabled", false)).then().statusCode(404);
    }

    @Test
    void the_last_administrator_can_neither_be_demoted_nor_disabled() {
        Admin last = givenAdmin();

        withoutOtherAdmins(List.of(last), () -> {
            thenLastAdmin(change(last.token(), last.id(), Map.of("roles", List.of("customer"))));
            thenLastAdmin(change(last.token(), last.id(), Map.of("enabled", false)));
            thenLastAdmin(change(last.token(), last.id(), Map.of("roles", List.of("customer"), "enabled", false)));
            bearer(last.token()).get(USERS).then().statusCode(200);
            assertThat(enabledAdmins()).isEqualTo("1");
        });
    }

    @Test
    void an_administrator_who_is_not_the_last_can_step_down() {
        Admin admin = givenAdmin();
        givenAdmin();

        change(admin.token(), admin.id(), Map.of("roles", List.of("customer")))
                .then()
                .statusCode(200);
    }

    @Test
    void of_two_administrators_who_demote_each_other_at_once_one_is_left() {
        Admin ada = givenAdmin();
        Admin grace = givenAdmin();

        withoutOtherAdmins(List.of(ada, grace), () -> {
            List<Response> answers = database.whenSoManyWait(
                    2,
                    "select id from users where enabled and 'admin' = any(roles) for update",
                    () -> atOnce(
                            () -> change(ada.token(), grace.id(), Map.of("roles", List.of("customer"))),
                            () -> change(grace.token(), ada.id(), Map.of("enabled", false))));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
            assertThat(enabledAdmins()).isEqualTo("1");
        });
    }

    @Test
    void who_is_no_administrator_any_more_changes_nothing_with_an_old_token() {
        Admin former = givenAdmin();
        Admin admin = givenAdmin();
        change(admin.token(), former.id(), Map.of("enabled", false)).then().statusCode(200);

        change(former.token(), former.id(), Map.of("enabled", true)).then().statusCode(401);

        assertThat(database.text("select enabled from users where id = ?", UUID.fromString(former.id())))
                .isEqualTo("f");
    }

    @Test
    void nor_do_they_while_no_deny_list_knows_of_it() {
        Admin former = givenAdmin();
        givenAdmin();
        database.execute("update users set roles = array['customer'] where id = ?", UUID.fromString(former.id()));

        change(former.token(), former.id(), Map.of("roles", List.of("customer", "admin")))
                .then()
                .statusCode(403);
    }

    private Admin givenAdmin() {
        String email = newEmail();
        String id = givenCustomer(email);
        database.execute("update users set roles = array['customer', 'admin'] where email = ?", email);
        return new Admin(id, signIn(email));
    }

    private Response page(String tag, int page) {
        return asAdmin()
                .queryParam("q", tag)
                .queryParam("page", page)
                .queryParam("size", 2)
                .get(USERS);
    }

    private static String givenUser(String email, String name) {
        return json(Map.of("email", email, "password", PASSWORD, "displayName", name))
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response change(String token, String id, Object change) {
        return bearer(token).contentType(ContentType.JSON).body(change).patch(USERS + "/" + id);
    }

    private void withoutOtherAdmins(List<Admin> admins, Runnable scenario) {
        UUID first = UUID.fromString(admins.getFirst().id());
        UUID second = UUID.fromString(admins.getLast().id());
        database.execute("create table others as select id from users"
                + " where enabled and 'admin' = any(roles) and id not in ('" + first + "', '" + second + "')");
        database.execute("update users set enabled = false where id in (select id from others)");
        try {
            scenario.run();
        } finally {
            database.execute("update users set enabled = true where id in (select id from others)");
            database.execute("drop table others");
        }
    }

    private String enabledAdmins() {
        return database.text("select count(*) from users where enabled and 'admin' = any(roles)");
    }

    @SafeVarargs
    private static List<Response> atOnce(Callable<Response>... calls) {
        try (ExecutorService clients = Executors.newFixedThreadPool(calls.length)) {
            return clients.invokeAll(List.of(calls)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void thenLastAdmin(Response answer) {
        answer.then().statusCode(409).body("type", endsWith("/last-admin"));
    }
}
