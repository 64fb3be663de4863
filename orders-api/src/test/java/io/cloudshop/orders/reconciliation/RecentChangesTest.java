package io.cloudshop.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.catalogue.CatalogueUnavailableException;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The minute's comparison: by one replica, of what changed, and of everything in the long run. */
@QuarkusTest
class RecentChangesTest extends OrdersTest {

    @Inject
    RecentChanges changes;

    @Inject
    Findings findings;

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 50);
    private UUID order;

    @BeforeEach
    void givenAnOrder() {
        order = givenOrder(alice, Basket.of(lamp, 1));
        giveLeaseBack();
    }

    @Test
    void one_replica_of_many_compares_and_a_minute_later_another_may() throws Exception {
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> replica = changes::compare;
            List<Boolean> compared = replicas.invokeAll(List.of(replica, replica, replica, replica)).stream()
                    .map(result -> result.resultNow())
                    .toList();

            assertThat(compared).containsOnlyOnce(true);
        }
        assertThat(changes.compare()).isFalse();

        giveLeaseBack();

        assertThat(changes.compare()).isTrue();
    }

    @Test
    void a_change_in_the_providers_books_alone_is_found_and_forgotten_when_it_is_mended() {
        setPayment("AUTHORIZED");
        thenFound("payment is AUTHORIZED instead of CAPTURED");

        setPayment("CAPTURED");
        thenNothingIsFound();
    }

    @Test
    void a_change_in_products_apis_books_alone_is_found() {
        givenNothingElseChanged();

        CATALOGUE.setReservation(order, "RELEASED");

        thenFound("stock is RELEASED instead of sold");
    }

    @Test
    void stock_for_an_order_that_does_not_exist_is_found() {
        UUID stray = UUID.randomUUID();
        CATALOGUE.setReservation(stray, "HELD");

        whenComparing();

        assertThat(problemOf(stray)).isEqualTo("stock is HELD for an order that does not exist");
        CATALOGUE.forget(stray);
    }

    @Test
    void an_order_that_does_not_move_any_more_is_found() {
        givenNothingElseChanged();
        database.execute(
                "UPDATE orders SET step = 'EMPTY_CART', next_attempt_at = now() + interval '1 day' WHERE id = ?",
                order);
        whenComparing();
        assertThat(problemOf(order)).isNull();

        database.execute(
                "UPDATE orders SET status = 'CANCELLED', step = 'RELEASE', updated_at = now() - interval '1 hour' WHERE id = ?",
                order);
        whenComparing();
        assertThat(problemOf(order)).startsWith("stuck at RELEASE");

        database.execute("UPDATE orders SET status = 'CONFIRMED', step = 'DONE' WHERE id = ?", order);
    }

    @Test
    void what_changed_without_a_trace_is_found_in_the_round_through_all() {
        database.execute("UPDATE sandbox_provider.payment SET state = 'REFUNDED' WHERE order_id = ?", order);
        givenNothingElseChanged();

        for (int minutes = 0; minutes < 20 && problemOf(order) == null; minutes++) {
            whenComparing();
        }

        assertThat(problemOf(order)).isEqualTo("payment is REFUNDED instead of CAPTURED");
    }

    @Test
    void what_changes_while_products_api_is_away_is_found_when_it_is_back() {
        setPayment("AUTHORIZED");
        Peers.productsLine().cut();
        assertThatThrownBy(() -> changes.compare()).isInstanceOf(CatalogueUnavailableException.class);

        everythingIsBack();

        thenFound("payment is AUTHORIZED instead of CAPTURED");
    }

    @AfterEach
    void forgetOrder() {
        setPayment("CAPTURED");
        CATALOGUE.setReservation(order, "CONFIRMED");
        database.execute("DELETE FROM reconciliation_mismatch");
    }

    private void everythingIsBack() {
        Peers.productsLine().mend();
        circuits.resetAll();
    }

    private void giveLeaseBack() {
        database.execute("UPDATE reconciliation SET leased_until = '-infinity'");
    }

    /** All three books say that nothing happened to this order for two hours, and others were compared since. */
    private void givenNothingElseChanged() {
        database.execute("UPDATE orders SET updated_at = now() - interval '2 hours' WHERE id = ?", order);
        database.execute(
                "UPDATE sandbox_provider.payment SET updated_at = now() - interval '2 hours' WHERE order_id = ?",
                order);
        CATALOGUE.lastTouched(order, Instant.now().minus(Duration.ofHours(2)));
        database.execute("UPDATE reconciliation SET checked_until = now(), swept_until = NULL");
    }

    private void setPayment(String state) {
        database.execute(
                "UPDATE sandbox_provider.payment SET state = ?, updated_at = now() WHERE order_id = ?", state, order);
    }

    private void whenComparing() {
        giveLeaseBack();
        assertThat(changes.compare()).isTrue();
    }

    private void thenFound(String problem) {
        whenComparing();
        assertThat(problemOf(order)).isEqualTo(problem);
        assertThat(findings.count()).isPositive();
    }

    private void thenNothingIsFound() {
        whenComparing();
        assertThat(problemOf(order)).isNull();
    }

    private String problemOf(UUID id) {
        return database.text("SELECT problem FROM reconciliation_mismatch WHERE order_id = ?", id);
    }
}
