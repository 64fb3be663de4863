package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderMetricsTest extends OrdersTest {

    @Inject
    MeterRegistry metrics;

    private final Customer alice = Customer.isNew();

    @Test
    void a_confirmed_order_is_counted_and_so_is_what_it_cost() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        double confirmed = orders("confirmed", "none");
        givenOrder(alice, Basket.of(lamp, 1));
        double revenue = revenue();

        givenOrder(alice, Basket.of(lamp, 2));

        assertThat(orders("confirmed", "none") - confirmed).isGreaterThanOrEqualTo(2);
        assertThat(revenue() - revenue).isGreaterThanOrEqualTo(39.79);
    }

    @Test
    void a_rejected_order_is_counted_by_its_reason_and_brings_nothing() {
        Product lamp = givenProduct("lamp", "19.90", 1);
        double rejected = orders("rejected", "insufficient-stock");
        double confirmed = orders("confirmed", "none");

        whenCheckingOut(alice, Basket.of(lamp, 2)).then().statusCode(409);

        assertThat(orders("rejected", "insufficient-stock") - rejected).isEqualTo(1);
        assertThat(orders("confirmed", "none")).isEqualTo(confirmed);
    }

    private double orders(String status, String reason) {
        return metrics.get("cloudshop.orders")
                .tag("status", status)
                .tag("reason", reason)
                .counter()
                .count();
    }

    private double revenue() {
        return metrics.get("cloudshop.orders.revenue")
                .tag("currency", "EUR")
                .counter()
                .count();
    }
}
