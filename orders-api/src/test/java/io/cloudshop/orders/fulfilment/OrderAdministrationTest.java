package io.cloudshop.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OrderAdministrationTest extends OrdersTest {

    private static final String ADMIN_ORDERS = "/api/v1/admin/orders";

    private final Customer alice = Customer.isNew();
    private final Customer admin = Customer.admin();
    private final Product lamp = givenProduct("lamp", "19.90", 50);

    @Test
    void a_confirmed_order_is_shipped_and_then_delivered() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));

        whenAdmin("ship", order).then().statusCode(200).body("status", equalTo("SHIPPED"));
        thenOrderIs(alice, order, "SHIPPED");
        whenAdmin("deliver", order).then().statusCode(200).body("status", equalTo("DELIVERED"));
        thenOrderIs(alice, order, "DELIVERED");

        assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED", "SHIPPED", "DELIVERED");
        assertThat(database.texts("SELECT actor FROM order_audit WHERE order_id = ? ORDER BY id", order))
                .containsExactly(
                        alice.id().toString(),
                        "system",
                        admin.id().toString(),
                        admin.id().toString());
        assertThat(database.texts("SELECT from_status FROM order_audit WHERE order_id = ? ORDER BY id", order))
                .containsExactly(null, "PENDING", "CONFIRMED", "SHIPPED");
    }

    @Test
    void an_order_tells_its_owner_when_it_reached_each_status() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        whenAdmin("ship", order);

        as(alice)
                .get(ORDERS + "/" + order + "/history")
                .then()
                .statusCode(200)
                .body("items.status", contains("PENDING", "CONFIRMED", "SHIPPED"))
                .body("items.at", everyItem(matchesPattern("20..-.*Z")));
        thenProblem(as(Customer.isNew()).get(ORDERS + "/" + order + "/history"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,   ship",
        "PENDING,   deliver",
        "CONFIRMED, deliver",
        "SHIPPED,   ship",
        "DELIVERED, ship",
        "DELIVERED, deliver",
        "CANCELLED, ship",
        "CANCELLED, deliver",
        "REJECTED,  ship",
        "REJECTED,  deliver"
    })
    void an_illegal_move_is_a_conflict_and_changes_nothing(String status, String move) {
        UUID order = givenOrderThatIs(status);

        thenProblem(whenAdmin(move, order), 409, "illegal-transition");

        thenOrderIs(alice, order, status);
        assertThat(historyOf(order)).last().isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"ship", "deliver"})
    void an_order_that_does_not_exist_cannot_be_moved(String move) {
        thenProblem(whenAdmin(move, UUID.randomUUID()), 404, "not-found");
        thenProblem(as(admin).post(ADMIN_ORDERS + "/1/" + move), 404, "not-found");
    }

    @Test
    void an_order_of_anybody_is_read_with_its_history() {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));

        as(admin)
                .get(ADMIN_ORDERS + "/" + order)
                .then()
                .statusCode(200)
                .body("userId", equalTo(alice.id().toString()))
                .body("lines.quantity", contains(2));
        as(admin)
                .get(ADMIN_ORDERS + "/" + order + "/history")
                .then()
                .statusCode(200)
                .body("items.status", contains("PENDING", "CONFIRMED"));
    }

    @ParameterizedTest
    @CsvSource({"''", "/history"})
    void an_order_that_does_not_exist_cannot_be_read(String part) {
        thenProblem(as(admin).get(ADMIN_ORDERS + "/" + UUID.randomUUID() + part), 404, "not-found");
        thenProblem(as(admin).get(ADMIN_ORDERS + "/1" + part), 404, "not-found");
    }

    @Test
    void an_order_is_shipped_once() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));

        List<Response> answers = inParallel(5, () -> whenAdmin("ship", order));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED", "SHIPPED");
    }

    @Test
    void the_orders_of_everybody_are_listed_newest_first() {
        UUID first = givenOrder(alice, Basket.of(lamp, 1));
        UUID second = givenOrder(Customer.isNew(), Basket.of(lamp, 1));

        Response list = as(admin).queryParam("size", 2).get(ADMIN_ORDERS);

        list.then().statusCode(200).body("items.id", contains(second.toString(), first.toString()));
        as(admin)
                .queryParam("size", 1)
                .queryParam("after", list.<String>path("nextCursor"))
                .get(ADMIN_ORDERS)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    @Test
    void the_list_can_be_of_one_user_and_of_one_status() {
        UUID shipped = givenOrderThatIs("SHIPPED");
        UUID confirmed = givenOrder(alice, Basket.of(lamp, 1));

        as(admin)
                .queryParam("userId", alice.id())
                .get(ADMIN_ORDERS)
                .then()
                .body("items.id", contains(confirmed.toString(), shipped.toString()));
        as(admin)
                .queryParam("userId", alice.id())
                .queryParam("status", "SHIPPED")
                .get(ADMIN_ORDERS)
                .then()
                .body("items.id", contains(shipped.toString()));
        as(admin)
                .queryParam("status", "SHIPPED")
                .get(ADMIN_ORDERS)
                .then()
                .body("items.status", everyItem(equalTo("SHIPPED")))
                .body("items.id", hasItem(shipped.toString()));
        as(admin)
                .queryParam("userId", UUID.randomUUID())
                .get(ADMIN_ORDERS)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "userId, alice, 400, malformed",
        "status, LOST, 400, malformed",
        "after, !, 400, malformed",
        "size, many, 400, malformed",
        "size, 0, 422, invalid",
        "size, 101, 422, invalid"
    })
    void a_parameter_that_makes_no_sense_is_refused(String name, String value, int status, String slug) {
        thenProblem(as(admin).queryParam(name, value).get(ADMIN_ORDERS), status, slug);
    }

    private Response whenAdmin(String move, UUID order) {
        return as(admin).post(ADMIN_ORDERS + "/" + order + "/" + move);
    }

    private UUID givenOrderThatIs(String status) {
        if (status.equals("PENDING")) {
            crashes.crashOnceAt("RESERVE.before");
            whenCheckingOut(alice, Basket.of(lamp, 1)).then().statusCode(500);
            return onlyOrderOf(alice);
        }
        if (status.equals("REJECTED")) {
            whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"))
                    .then()
                    .statusCode(402);
            return onlyOrderOf(alice);
        }
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        if (status.equals("CANCELLED")) {
            as(alice).post(ORDERS + "/" + order + "/cancel").then().statusCode(200);
        }
        if (List.of("SHIPPED", "DELIVERED").contains(status)) {
            whenAdmin("ship", order).then().statusCode(200);
        }
        if (status.equals("DELIVERED")) {
            whenAdmin("deliver", order).then().statusCode(200);
        }
        return order;
    }
}
