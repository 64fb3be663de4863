package io.cloudshop.orders.checkout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a checkout takes from the cart, and what it leaves there. */
@QuarkusTest
class CartCheckoutTest extends OrdersTest {

    private final Customer alice = Customer.isNew();

    @Test
    void without_lines_the_cart_is_ordered_and_emptied() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Product chair = givenProduct("chair", "100.00", 3);
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 1);

        whenCheckingOut(alice, Basket.fromCart())
                .then()
                .statusCode(201)
                .body("lines.size()", equalTo(2))
                .body("total.amount", equalTo("139.80"));

        as(alice).get(CART).then().body("items", empty());
    }

    @Test
    void what_changes_in_the_cart_during_the_checkout_stays_there() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Product chair = givenProduct("chair", "100.00", 3);
        Product table = givenProduct("table", "500.00", 3);
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 1);
        crashes.crashOnceAt("EMPTY_CART.before");
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(500);
        givenInCart(alice, lamp, 3);
        givenInCart(alice, table, 1);

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenOrderIs(alice, onlyOrderOf(alice), "CONFIRMED");
        as(alice)
                .get(CART)
                .then()
                .body("items.size()", equalTo(2))
                .body("items.find { it.productId == '" + lamp.id() + "' }.quantity", equalTo(3))
                .body("items.find { it.productId == '" + table.id() + "' }.quantity", equalTo(1));
    }

    @Test
    void an_order_with_lines_of_its_own_leaves_the_cart_alone() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 2);

        givenOrder(alice, Basket.of(lamp, 2));

        as(alice).get(CART).then().body("items.quantity", contains(2));
    }

    @Test
    void a_rejected_order_leaves_the_cart_alone() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 2);

        whenCheckingOut(alice, Basket.fromCart().paidWith("tok_declined"))
                .then()
                .statusCode(402);

        as(alice).get(CART).then().body("items.quantity", contains(2));
    }
}
