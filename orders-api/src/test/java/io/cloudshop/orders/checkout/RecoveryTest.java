package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.orders.testing.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecoveryTest extends OrdersTest {

    /** The default of {@code cloudshop.saga.recovery-at-once}. */
    private static final int AT_ONCE = 4;

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 50);

    @Test
    void after_an_outage_all_orders_are_finished_but_few_at_once() {
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);
        inParallel(12, () -> whenCheckingOut(alice, Basket.of(lamp, 1)));
        database.execute("UPDATE orders SET next_attempt_at = now() + interval '1 hour' WHERE step = 'RESERVE'");
        productsApi().recover();
        circuits.resetAll();
        crashes.countAt("RESERVE.before");
        database.execute("UPDATE orders SET next_attempt_at = now() WHERE step = 'RESERVE'");

        recovery.finishDueOrders();

        // The job's own schedule may come round meanwhile, as another replica would, and be at it still.
        await().untilAsserted(() -> assertThat(database.number(
                        "SELECT count(*) FROM orders WHERE user_id = ? AND status = 'CONFIRMED'", alice.id()))
                .isEqualTo(12));
        assertThat(crashes.mostAtOnce()).isBetween(2, 2 * AT_ONCE);
    }
}
