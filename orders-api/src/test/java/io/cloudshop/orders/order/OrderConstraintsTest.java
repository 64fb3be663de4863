package io.cloudshop.orders.order;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database's own word: what must never be true of an order cannot be stored, whatever the code does. */
@QuarkusTest
class OrderConstraintsTest extends OrdersTest {

    private final Product lamp = givenProduct("lamp", "19.90", 50);
    private final Customer alice = Customer.isNew();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE orders SET status = 'LOST' WHERE id = ?",
                "UPDATE orders SET step = 'WAIT' WHERE id = ?",
                "UPDATE orders SET status = 'REJECTED' WHERE id = ?",
                "UPDATE orders SET rejection_reason = 'payment-declined' WHERE id = ?",
                "UPDATE orders SET status = 'PENDING' WHERE id = ?",
                "UPDATE orders SET step = 'RELEASE' WHERE id = ?",
                "UPDATE orders SET step = 'CAPTURE' WHERE id = ?",
                "UPDATE orders SET status = 'CANCELLED', step = 'EMPTY_CART' WHERE id = ?",
                "UPDATE orders SET total = NULL, currency = NULL WHERE id = ?",
                "UPDATE orders SET currency = NULL WHERE id = ?",
                "UPDATE orders SET currency = 'euro' WHERE id = ?",
                "UPDATE orders SET total = -1 WHERE id = ?",
                "UPDATE orders SET attempts = -1 WHERE id = ?",
                "UPDATE orders SET city = NULL WHERE id = ?",
                "UPDATE orders SET city = '' WHERE id = ?",
                "UPDATE orders SET name = NULL, street = NULL, postal_code = NULL, city = NULL, country = NULL, payment_token = NULL WHERE id = ?",
                "UPDATE orders SET name = repeat('😀', 101) WHERE id = ?",
                "UPDATE orders SET country = 'France' WHERE id = ?",
                "UPDATE orders SET country = 'fr' WHERE id = ?",
                "UPDATE orders SET number = (SELECT min(number) FROM orders) WHERE id = ?",
                "UPDATE order_line SET quantity = 0 WHERE order_id = ?",
                "UPDATE order_line SET quantity = 100 WHERE order_id = ?",
                "UPDATE order_line SET unit_price = -0.01 WHERE order_id = ?",
                "INSERT INTO order_line (order_id, position, product_id, quantity) SELECT order_id, 1, product_id, 1 FROM order_line WHERE order_id = ?",
                "UPDATE orders SET expected_total = 1 WHERE id = ?",
                "UPDATE orders SET expected_total = -1, expected_currency = 'EUR' WHERE id = ?",
                "UPDATE idempotency_key SET status = NULL WHERE order_id = ?",
                "UPDATE idempotency_key SET status = 500 WHERE order_id = ?",
                "UPDATE idempotency_key SET key = '' WHERE order_id = ?",
                "UPDATE idempotency_key SET fingerprint = 'abc' WHERE order_id = ?",
                "UPDATE sandbox_provider.payment SET state = 'LOST' WHERE order_id = ?",
                "UPDATE sandbox_provider.payment SET amount = -1 WHERE order_id = ?",
                "INSERT INTO sandbox_provider.payment (order_id, state, amount, currency) VALUES (?, 'CAPTURED', 1, 'EUR')"
            })
    void an_impossible_row_is_refused(String sql) {
        givenOrder(Customer.isNew(), Basket.of(lamp, 1));
        UUID order = givenOrder(alice, Basket.of(lamp, 1));

        assertThatThrownBy(() -> database.execute(sql, order)).hasStackTraceContaining("violates");
    }

    @Test
    void a_key_belongs_to_one_order_and_an_order_to_one_key() {
        UUID first = givenOrder(alice, Basket.of(lamp, 1));
        UUID second = givenOrder(alice, Basket.of(lamp, 1));

        assertThatThrownBy(() ->
                        database.execute("UPDATE idempotency_key SET order_id = ? WHERE order_id = ?", first, second))
                .hasStackTraceContaining("violates");
    }

    @Test
    void a_line_of_a_cart_belongs_to_one_order() {
        givenInCart(alice, lamp, 1);
        UUID first = givenOrder(alice, Basket.fromCart());
        UUID second = givenOrder(alice, Basket.of(lamp, 1));

        assertThatThrownBy(() -> database.execute("""
                        UPDATE order_line SET cart_edit = (SELECT cart_edit FROM order_line WHERE order_id = ?)
                         WHERE order_id = ?""", first, second))
                .hasStackTraceContaining("order_line_ordered_once");
    }
}
