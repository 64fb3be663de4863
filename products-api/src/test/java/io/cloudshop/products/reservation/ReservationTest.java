package io.cloudshop.products.reservation;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.confirm;
import static io.cloudshop.products.testing.Api.levelsOf;
import static io.cloudshop.products.testing.Api.release;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Api.stockOf;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.Api.StockLevels;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ProductsTest
class ReservationTest {

    @Test
    void a_reservation_holds_stock_at_the_price_of_the_moment() {
        UUID lamp = aProduct().named("Dome lamp").priced("79.00").withStock(5).create();
        UUID order = Ids.next();

        reserve(order, lamp, 2)
                .then()
                .statusCode(201)
                .body("orderId", equalTo(order.toString()))
                .body("status", equalTo("HELD"))
                .body("lines", hasSize(1))
                .body("lines[0].productId", equalTo(lamp.toString()))
                .body("lines[0].name", equalTo("Dome lamp"))
                .body("lines[0].quantity", equalTo(2))
                .body("lines[0].unitPrice.amount", equalTo("79.00"));

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 2, 3, 0));
        assertThat(stockOf(lamp)).isEqualTo(3);
    }

    @Test
    void the_same_order_again_gets_the_same_answer_and_holds_nothing_more() {
        UUID lamp = aProduct().withStock(5).create();
        UUID order = Ids.next();

        String first = reserve(order, lamp, 2).asString();
        aProduct().priced("99.00").put(lamp, tagOf(lamp)).then().statusCode(200);
        Response second = reserve(order, lamp, 2);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first);
        assertThat(levelsOf(lamp).held()).isEqualTo(2);
    }

    @Test
    void the_same_order_with_other_lines_is_refused() {
        UUID lamp = aProduct().create();
        UUID order = Ids.next();
        reserve(order, lamp, 2);

        reserve(order, lamp, 3).then().statusCode(422).body("type", endsWith("/reservation-mismatch"));
    }

    @Test
    void lines_of_the_same_product_are_added_up() {
        UUID lamp = aProduct().withStock(300).create();

        reserve(Ids.next(), lamp, 99, lamp, 99, lamp, 2).then().statusCode(201).body("lines.quantity", contains(200));
    }

    @Test
    void all_lines_are_held_or_none_and_every_short_one_is_named() {
        UUID plenty = aProduct().withStock(50).create();
        UUID few = aProduct().withStock(1).create();
        UUID none = aProduct().withStock(0).create();

        reserve(Ids.next(), plenty, 5, few, 2, none, 1)
                .then()
                .statusCode(409)
                .body("type", endsWith("/insufficient-stock"))
                .body("shortages", hasSize(2))
                .body("shortages.find { it.productId == '" + few + "' }.requested", equalTo(2))
                .body("shortages.find { it.productId == '" + few + "' }.available", equalTo(1))
                .body("shortages.find { it.productId == '" + none + "' }.available", equalTo(0));

        assertThat(levelsOf(plenty).held()).isZero();
        assertThat(levelsOf(few).held()).isZero();
    }

    @Test
    void a_refused_order_may_try_again() {
        UUID lamp = aProduct().withStock(0).create();
        UUID order = Ids.next();
        reserve(order, lamp, 1).then().statusCode(409);

        adjustStock(lamp, 1);

        reserve(order, lamp, 1).then().statusCode(201);
    }

    @Test
    void unknown_and_deleted_products_cannot_be_reserved() {
        UUID deleted = aProduct().create();
        asAdmin().delete("/api/v1/products/{id}", deleted);
        UUID unknown = Ids.next();
        UUID lamp = aProduct().create();

        reserve(Ids.next(), lamp, 1, deleted, 1, unknown, 1)
                .then()
                .statusCode(404)
                .body("type", endsWith("/unknown-product"))
                .body("productIds", hasSize(2));
        assertThat(levelsOf(lamp).held()).isZero();
    }

    @Test
    void a_confirmed_reservation_is_sold_once() {
        UUID lamp = aProduct().withStock(5).create();
        UUID order = Ids.next();
        reserve(order, lamp, 2);

        confirm(order)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("lines", hasSize(1));
        confirm(order).then().statusCode(200).body("status", equalTo("CONFIRMED"));
        reserve(order, lamp, 2).then().statusCode(201).body("status", equalTo("CONFIRMED"));

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(3, 0, 3, 2));
    }

    @Test
    void a_released_reservation_gives_its_units_back_once_and_cannot_be_had_again() {
        UUID lamp = aProduct().withStock(5).create();
        UUID order = Ids.next();
        reserve(order, lamp, 2);

        release(order).then().statusCode(204);
        release(order).then().statusCode(204);

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 0, 5, 0));
        reserve(order, lamp, 2).then().statusCode(409).body("type", endsWith("/reservation-released"));
        confirm(order).then().statusCode(409).body("type", endsWith("/reservation-expired"));
        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 0, 5, 0));
    }

    @Test
    void units_of_a_cancelled_order_return_once() {
        UUID lamp = aProduct().withStock(5).create();
        UUID order = Ids.next();
        reserve(order, lamp, 2);
        confirm(order);

        release(order).then().statusCode(204);
        release(order).then().statusCode(204);

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 0, 5, 0));
        confirm(order).then().statusCode(409).body("type", endsWith("/reservation-expired"));
    }

    @Test
    void a_reservation_that_arrives_after_its_release_holds_nothing() {
        UUID lamp = aProduct().withStock(5).create();
        UUID order = Ids.next();

        release(order).then().statusCode(204);

        reserve(order, lamp, 2).then().statusCode(409).body("type", endsWith("/reservation-released"));
        assertThat(levelsOf(lamp).held()).isZero();
    }

    @Test
    void an_unknown_reservation_cannot_be_confirmed() {
        confirm(Ids.next()).then().statusCode(404).body("type", endsWith("/not-found"));
    }

    @Test
    void a_product_deleted_while_held_can_still_be_sold_and_returned() {
        UUID lamp = aProduct().withStock(5).create();
        UUID order = Ids.next();
        reserve(order, lamp, 2);
        asAdmin().delete("/api/v1/products/{id}", lamp).then().statusCode(204);

        confirm(order).then().statusCode(200);
        release(order).then().statusCode(204);
    }
}
