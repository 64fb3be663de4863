package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.money.Money;
import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.payment.PaymentProvider;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A shop whose money has three decimals. */
@QuarkusTest
@TestProfile(DinarTest.Shop.class)
class DinarTest extends OrdersTest {

    @Inject
    PaymentProvider payments;

    private final Customer alice = Customer.isNew();
    private final Product lamp = CATALOGUE.add("lamp", Money.of("1.234", "KWD"), 100);

    @Test
    void carts_orders_and_payments_are_in_the_currency_of_the_shop() {
        as(alice).get(CART).then().body("total.amount", equalTo("0.000")).body("total.currency", equalTo("KWD"));
        as(alice).contentType("application/json").body(Map.of("quantity", 3)).put(CART + "/items/" + lamp.id());
        as(alice).get(CART).then().body("total.amount", equalTo("3.702")).body("total.currency", equalTo("KWD"));

        UUID order = givenOrder(alice, Basket.of(lamp, 7));

        as(alice)
                .get(ORDERS + "/" + order)
                .then()
                .body("total.amount", equalTo("8.638"))
                .body("total.currency", equalTo("KWD"))
                .body("lines[0].unitPrice.amount", equalTo("1.234"));
        assertThat(paidFor(order)).isEqualTo("CAPTURED 8.638 KWD");
    }

    @Test
    void a_total_may_be_larger_than_any_price() {
        Product dearest = CATALOGUE.add("palace", Money.of("9999999999.999", "KWD"), 1_000);
        as(alice).contentType("application/json").body(Map.of("quantity", 99)).put(CART + "/items/" + dearest.id());
        as(alice).get(CART).then().statusCode(200).body("total.amount", equalTo("989999999999.901"));

        UUID order = givenOrder(alice, Basket.of(dearest, 99));

        as(alice).get(ORDERS + "/" + order).then().body("total.amount", equalTo("989999999999.901"));
        assertThat(paidFor(order)).isEqualTo("CAPTURED 989999999999.901 KWD");
    }

    @Test
    void what_was_never_authorised_is_voided_in_the_currency_of_the_shop() {
        UUID order = Ids.next();

        payments.voidAuthorisation(order);

        assertThat(paidFor(order)).isEqualTo("VOIDED 0.000 KWD");
        database.execute("DELETE FROM sandbox_provider.payment WHERE order_id = ?", order);
    }

    private String paidFor(UUID order) {
        return database.text(
                "SELECT state || ' ' || amount || ' ' || currency FROM sandbox_provider.payment WHERE order_id = ?",
                order);
    }

    /** The same service with another setting. */
    public static class Shop implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cloudshop.currency", "KWD");
        }
    }
}
