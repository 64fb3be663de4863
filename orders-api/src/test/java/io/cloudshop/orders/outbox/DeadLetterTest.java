package io.cloudshop.orders.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Customer;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeadLetterTest extends OrdersTest {

    private static final String DEAD_LETTERS = "/api/v1/admin/outbox/dead-letters";

    private final Customer admin = Customer.admin();
    private final UUID order = UUID.randomUUID();

    @Inject
    RedisDataSource redis;

    @Test
    void a_dead_letter_is_listed_with_the_reason_of_its_last_failure() {
        int id = givenDeadLetter();

        as(admin)
                .get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.id == " + id + " }")
                .body("aggregateId", equalTo(order.toString()))
                .body("type", equalTo("OrderShipped"))
                .body("attempts", equalTo(8))
                .body("lastError", equalTo("no such thing"))
                .body("createdAt", notNullValue())
                .body("deadAt", notNullValue());
    }

    @Test
    void a_dead_letter_is_not_delivered_by_itself_and_is_when_an_admin_says_so() {
        int id = givenDeadLetter();
        assertThat(delivered()).doesNotContain(order.toString());

        as(admin).post(DEAD_LETTERS + "/" + id + "/replay").then().statusCode(204);

        await().untilAsserted(() -> assertThat(delivered()).contains(order.toString()));
        await().until(() -> database.number("SELECT count(*) FROM outbox_event WHERE id = ?", id) == 0);
        as(admin).get(DEAD_LETTERS).then().body("items.id", not(hasItem(id)));
        thenProblem(as(admin).post(DEAD_LETTERS + "/" + id + "/replay"), 404, "not-found");
    }

    @Test
    void dead_letters_are_listed_page_by_page_oldest_first() {
        int first = givenDeadLetter();
        int second = givenDeadLetter();
        int third = givenDeadLetter();

        as(admin)
                .queryParam("after", first - 1)
                .queryParam("size", 2)
                .get(DEAD_LETTERS)
                .then()
                .body("items.id", contains(first, second))
                .body("nextCursor", equalTo(String.valueOf(second)));
        as(admin)
                .queryParam("after", second)
                .get(DEAD_LETTERS)
                .then()
                .body("items.id", contains(third))
                .body("$", not(hasKey("nextCursor")));
    }

    @ParameterizedTest
    @CsvSource({
        "size, 0, 422, invalid",
        "size, 101, 422, invalid",
        "after, -1, 422, invalid",
        "after, last, 400, malformed",
        "size, many, 400, malformed"
    })
    void a_parameter_that_makes_no_sense_is_refused(String name, String value, int status, String slug) {
        thenProblem(as(admin).queryParam(name, value).get(DEAD_LETTERS), status, slug);
    }

    @ParameterizedTest
    @CsvSource({"0", "999999999", "abc"})
    void a_dead_letter_that_does_not_exist_is_not_found(String id) {
        thenProblem(as(admin).post(DEAD_LETTERS + "/" + id + "/replay"), 404, "not-found");
        thenProblem(as(admin).delete(DEAD_LETTERS + "/" + id), 404, "not-found");
    }

    @Test
    void a_dead_letter_that_an_admin_drops_is_gone() {
        int id = givenDeadLetter();

        as(admin).delete(DEAD_LETTERS + "/" + id).then().statusCode(204);

        assertThat(database.number("SELECT count(*) FROM outbox_event WHERE id = ?", id))
                .isZero();
        assertThat(delivered()).doesNotContain(order.toString());
        thenProblem(as(admin).delete(DEAD_LETTERS + "/" + id), 404, "not-found");
    }

    @AfterEach
    void bury() {
        database.execute("DELETE FROM outbox_event WHERE aggregate_id = ?", order);
    }

    private int givenDeadLetter() {
        String payload = "{\"orderId\":\"%s\",\"userId\":\"%s\",\"status\":\"SHIPPED\",\"at\":\"2026-01-01T00:00:00Z\"}"
                .formatted(order, UUID.randomUUID());
        return (int) database.number("""
                        INSERT INTO outbox_event (aggregate_id, type, payload, attempts, last_error, dead_at)
                        VALUES (?, 'OrderShipped', CAST(? AS jsonb), 8, 'no such thing', now()) RETURNING id""", order, payload);
    }

    private String delivered() {
        return redis.execute("XRANGE", "cloudshop:order-events", "-", "+").toString();
    }
}
