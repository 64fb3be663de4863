package io.cloudshop.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecurityEventTest extends AuthTest {

    private static final String EVENTS = "/api/v1/admin/users/security-events";

    @Inject
    Database database;

    @Inject
    SecurityEventRepository repository;

    @Test
    void what_happens_to_an_account_is_remembered_with_who_did_it() {
        String email = newEmail();
        String id = givenCustomer(email);
        String admin = adminToken();
        String adminId = bearer(admin).get("/api/v1/auth/me").path("id");
        login(email, "not the right password");
        String session = givenSession(email);
        refresh(session);
        refresh(session);
        logout(givenSession(email));
        changePassword(email);
        change(admin, id, Map.of("roles", List.of("customer", "admin")));
        change(admin, id, Map.of("enabled", false));
        change(admin, id, Map.of("enabled", true));

        List<Map<String, String>> events = eventsOf(id);

        assertThat(events)
                .extracting(event -> event.get("type"), event -> event.get("actorId"), event -> event.get("detail"))
                .map(tuple -> tuple.toList().stream()
                        .map(value -> Objects.toString(value, "-"))
                        .toList())
                .containsExactly(
                        List.of("USER_ENABLED", adminId, "-"),
                        List.of("USER_DISABLED", adminId, "-"),
                        List.of("ROLES_CHANGED", adminId, "customer -> customer, admin"),
                        List.of("PASSWORD_CHANGED", id, "-"),
                        List.of("LOGIN_SUCCEEDED", id, "-"),
                        List.of("LOGGED_OUT", id, "-"),
                        List.of("LOGIN_SUCCEEDED", id, "-"),
                        List.of("REFRESH_REUSED", "-", "-"),
                        List.of("LOGIN_SUCCEEDED", id, "-"),
                        List.of("LOGIN_FAILED", "-", "-"));
        assertThat(events)
                .allSatisfy(event -> assertThat(event.get("requestId")).isNotEmpty());
    }

    @Test
    void what_changes_nothing_is_no_event() {
        String id = givenCustomer(newEmail());

        change(adminToken(), id, Map.of("roles", List.of("customer"), "enabled", true))
                .then()
                .statusCode(200);
        logout("nonsense");

        assertThat(eventsOf(id)).isEmpty();
    }

    @Test
    void nothing_that_somebody_typed_is_remembered() {
        String typed = "typed-into-the-wrong-field-" + UUID.randomUUID();

        Response answer = json(Map.of("email", typed, "password", typed))
                .header("X-Request-Id", typed.substring(27))
                .post("/api/v1/auth/login");

        answer.then().statusCode(401);
        String row = database.text(
                "select row_to_json(e)::text from security_events e where request_id = ?", typed.substring(27));
        assertThat(row).contains("LOGIN_FAILED").doesNotContain(typed);
    }

    @Test
    void events_come_in_pages_newest_first() {
        String email = newEmail();
        givenCustomer(email);
        String admin = adminToken();
        for (int i = 0; i < 3; i++) {
            login(email, PASSWORD);
        }

        Response first = page(admin, null, 2);
        Response second = page(admin, first.path("nextCursor"), 2);

        first.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        List<String> ids = Stream.of(first, second)
                .flatMap(answer -> answer.<List<String>>path("items.id").stream())
                .toList();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        page(admin, new UUID(0, 0).toString(), 2)
                .then()
                .body("items.size()", equalTo(0))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void events_are_for_administrators() {
        bearer(givenSignedInCustomer()).get(EVENTS).then().statusCode(403);
        json(Map.of()).get(EVENTS).then().statusCode(401);
        page(adminToken(), "x", 2).then().statusCode(400);
        page(adminToken(), null, 101).then().statusCode(422);
    }

    @Test
    void nobody_changes_or_hides_an_event() {
        givenSession();

        for (String hiding : List.of(
                "update security_events set user_id = null",
                "delete from security_events where occurred_at > now() - interval '1 hour'",
                "truncate security_events")) {
            assertThatThrownBy(() -> database.execute(hiding)).hasMessageContaining("append only");
        }
    }

    @Test
    void old_events_are_removed_batch_by_batch_and_young_ones_stay_whatever_is_configured() {
        List<UUID> old = List.of(givenEvent("91 days"), givenEvent("92 days"));
        UUID aWeek = givenEvent("7 days");

        new Retention(repository, keeping(Duration.ofDays(90)), Clock.systemUTC()).remove();
        new Retention(repository, keeping(Duration.ZERO), Clock.systemUTC()).remove();

        assertThat(old).noneMatch(this::exists);
        assertThat(exists(aWeek)).isTrue();
    }

    private UUID givenEvent(String age) {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into security_events (id, type, occurred_at) values (?, 'LOGIN_FAILED', now() - cast(? as interval))",
                new UUID(0, id.getLeastSignificantBits()),
                age);
        return new UUID(0, id.getLeastSignificantBits());
    }

    private boolean exists(UUID event) {
        return database.text("select id from security_events where id = ?", event) != null;
    }

    /** Newest first. */
    private List<Map<String, String>> eventsOf(String userId) {
        List<Map<String, String>> events =
                new ArrayList<>(page(adminToken(), null, 100).<List<Map<String, String>>>path("items"));
        events.removeIf(event -> !userId.equals(event.get("userId")));
        return events;
    }

    private static Response page(String token, String after, int size) {
        var request = bearer(token).queryParam("size", size);
        return (after == null ? request : request.queryParam("after", after)).get(EVENTS);
    }

    private static void changePassword(String email) {
        bearer(signIn(email))
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", PASSWORD, "newPassword", "two lamps, no chair, one table"))
                .put("/api/v1/auth/me/password")
                .then()
                .statusCode(204);
    }

    private static Response change(String token, String id, Object change) {
        return bearer(token).contentType(ContentType.JSON).body(change).patch("/api/v1/users/" + id);
    }

    private static AuditSettings keeping(Duration retention) {
        return new AuditSettings() {
            @Override
            public Duration retention() {
                return retention;
            }

            @Override
            public String removalInterval() {
                return "off";
            }

            @Override
            public int removalBatch() {
                return 1;
            }
        };
    }
}
