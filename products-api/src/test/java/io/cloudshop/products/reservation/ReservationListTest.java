package io.cloudshop.products.reservation;

import static io.cloudshop.products.testing.Api.asService;
import static io.cloudshop.products.testing.Api.confirm;
import static io.cloudshop.products.testing.Api.release;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ProductsTest
class ReservationListTest {

    @Test
    void reservations_can_be_read_through_page_by_page() {
        UUID lamp = aProduct().withStock(10).create();
        UUID before = lastOrder();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID order = Ids.next();
            orders.add(order.toString());
            reserve(order, lamp, 1 + i % 2);
        }

        List<String> found = new ArrayList<>();
        String after = before.toString();
        while (after != null) {
            Response page = asService().get("/api/v1/reservations?after={after}&size=2", after);
            page.then().statusCode(200);
            found.addAll(page.jsonPath().getList("items.orderId", String.class));
            after = page.path("nextCursor");
        }

        assertThat(found).isSorted().containsExactlyInAnyOrderElementsOf(orders);
    }

    /** Ids of one millisecond are in no order, so the new ones need one of their own to come after. */
    private static UUID lastOrder() {
        UUID last = Ids.next();
        await().until(() -> Ids.next().getMostSignificantBits() >> 16 > last.getMostSignificantBits() >> 16);
        return last;
    }

    @Test
    void some_orders_can_be_asked_for() {
        UUID lamp = aProduct().withStock(10).create();
        UUID sold = Ids.next();
        UUID given = Ids.next();
        reserve(sold, lamp, 3);
        confirm(sold);
        release(given);

        asService()
                .get("/api/v1/reservations?orderId={a}&orderId={b}&orderId={c}", sold, given, Ids.next())
                .then()
                .statusCode(200)
                .body("items.orderId", containsInAnyOrder(sold.toString(), given.toString()))
                .rootPath("items.find { it.orderId == '%s' }".formatted(sold))
                .body("status", equalTo("CONFIRMED"))
                .body("lines", hasSize(1))
                .body("lines[0].productId", equalTo(lamp.toString()))
                .body("lines[0].quantity", equalTo(3))
                .rootPath("items.find { it.orderId == '%s' }".formatted(given))
                .body("status", equalTo("RELEASED"))
                .body("lines", empty());
    }

    @Test
    void reservations_that_changed_since_a_moment_can_be_read_page_by_page() {
        UUID lamp = aProduct().withStock(10).create();
        UUID early = Ids.next();
        reserve(early, lamp, 1);
        UUID untouched = Ids.next();
        reserve(untouched, lamp, 1);
        Instant since = momentAfter();
        UUID late = Ids.next();
        reserve(late, lamp, 1);
        confirm(early);

        List<String> found = new ArrayList<>();
        String after = new UUID(0, 0).toString();
        while (after != null) {
            Response page = asService()
                    .get("/api/v1/reservations?updatedSince={since}&after={after}&size=1", since.toString(), after);
            page.then().statusCode(200);
            found.addAll(page.jsonPath().getList("items.orderId", String.class));
            after = page.path("nextCursor");
        }

        assertThat(found).isSorted().contains(early.toString(), late.toString()).doesNotContain(untouched.toString());
    }

    private static Instant momentAfter() {
        Instant before = Instant.now();
        await().until(() -> Instant.now().isAfter(before.plusMillis(5)));
        return Instant.now();
    }

    @Test
    void a_cursor_that_is_no_order_id_is_400() {
        asService().get("/api/v1/reservations?after=x").then().statusCode(400);
        asService().get("/api/v1/reservations?updatedSince=yesterday").then().statusCode(400);
        asService().get("/api/v1/reservations?size=501").then().statusCode(422);
    }
}
