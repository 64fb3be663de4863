package io.cloudshop.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrderListTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 50);

    @Test
    void somebody_without_orders_has_an_empty_list() {
        as(alice)
                .get(ORDERS)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("$", hasKey("nextCursor"))
                .body("nextCursor", nullValue());
    }

    @Test
    void orders_are_listed_newest_first_and_in_full() {
        UUID first = givenOrder(alice, Basket.of(lamp, 1));
        UUID second = givenOrder(alice, Basket.of(lamp, 2));

        Response list = as(alice).get(ORDERS);

        list.then().statusCode(200).body("items.id", contains(second.toString(), first.toString()));
        assertThat(list.jsonPath().getMap("items[0]"))
                .isEqualTo(as(alice).get(ORDERS + "/" + second).jsonPath().getMap(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void pages_follow_each_other_without_a_gap_or_a_repeat(int size) {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            newestFirst.addFirst(givenOrder(alice, Basket.of(lamp, 1)).toString());
        }

        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Response page = as(alice)
                    .queryParams(cursor == null ? Map.of() : Map.of("after", cursor))
                    .queryParam("size", size)
                    .get(ORDERS);
            page.then().statusCode(200);
            List<String> ids = page.path("items.id");
            assertThat(ids).isNotEmpty().hasSizeLessThanOrEqualTo(size);
            paged.addAll(ids);
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(paged).isEqualTo(newestFirst);
    }

    @Test
    void an_order_placed_meanwhile_does_not_disturb_the_next_page() {
        UUID first = givenOrder(alice, Basket.of(lamp, 1));
        givenOrder(alice, Basket.of(lamp, 1));
        String cursor = as(alice).queryParam("size", 1).get(ORDERS).path("nextCursor");
        givenOrder(alice, Basket.of(lamp, 1));

        as(alice).queryParam("after", cursor).get(ORDERS).then().body("items.id", contains(first.toString()));
    }

    @Test
    void a_list_can_be_of_one_status() {
        UUID confirmed = givenOrder(alice, Basket.of(lamp, 1));
        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"));

        as(alice).queryParam("status", "CONFIRMED").get(ORDERS).then().body("items.id", contains(confirmed.toString()));
        as(alice)
                .queryParam("status", "REJECTED")
                .get(ORDERS)
                .then()
                .body("items.rejectionReason", contains("payment-declined"));
        as(alice).queryParam("status", "SHIPPED").get(ORDERS).then().body("items", empty());
    }

    @Test
    void nobody_sees_the_orders_of_others() {
        Customer bob = Customer.isNew();
        UUID order = givenOrder(alice, Basket.of(lamp, 1));

        as(bob).get(ORDERS).then().body("items", empty());
        thenProblem(as(bob).get(ORDERS + "/" + order), 404, "not-found");
        String cursor = cursorAfter(order);
        as(bob).queryParam("after", cursor).get(ORDERS).then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483647"})
    void a_size_out_of_bounds_is_invalid(String size) {
        Response answer = as(alice).queryParam("size", size).get(ORDERS);

        thenProblem(answer, 422, "invalid");
        answer.then().body("violations.field", hasItem("size"));
    }

    @ParameterizedTest
    @CsvSource({
        "size, abc",
        "size, 1.5",
        "size, 99999999999",
        "after, !",
        "after, abc",
        "after, AAAA",
        "after, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "status, LOST",
        "status, confirmed"
    })
    void a_parameter_that_cannot_be_read_is_malformed(String name, String value) {
        thenProblem(as(alice).queryParam(name, value).get(ORDERS), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-a-uuid", "0192f0c1-7d7a-7000-8000-000000000001"})
    void an_order_that_does_not_exist_is_not_found(String id) {
        Response answer = as(alice).get(ORDERS + "/" + id);

        thenProblem(answer, 404, "not-found");
        answer.then().body("instance", equalTo(ORDERS + "/" + id));
    }

    private static String cursorAfter(UUID order) {
        ByteBuffer bytes = ByteBuffer.allocate(16)
                .putLong(order.getMostSignificantBits())
                .putLong(order.getLeastSignificantBits() + 1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
