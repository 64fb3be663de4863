package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever deletes the account is forgotten everywhere; what was sold is not. */
@LocalShopNeeded
class AccountDeletionIT extends BrowserTest {

    private static final Duration A_ROUND_OF_THE_JOB = Duration.ofSeconds(30);

    AccountDeletionIT(LocalShop shop) {
        super(shop);
    }

    @Test
    void an_account_is_deleted_on_its_page_and_then_everywhere() {
        Merchant merchant = Merchant.of(shop());
        Customer customer = Customer.registeredAt(shop());
        String id = customer.profile().json().at("/id").asText();
        String delivered = givenOrder(customer, "delivered");
        merchant.ships(delivered);
        merchant.delivers(delivered);
        String onItsWay = givenOrder(customer, "on-its-way");
        JsonNode sold = merchant.orderOf(id, delivered);

        whenDeleting(customer);

        thenNobodyIsSignedIn(customer);
        await().atMost(A_ROUND_OF_THE_JOB)
                .until(() -> !merchant.orderOf(id, delivered).has("shippingAddress"));
        JsonNode kept = merchant.orderOf(id, delivered);
        for (String field : new String[] {"number", "lines", "total", "status", "createdAt"}) {
            assertThat(kept.get(field)).as(field).isNotNull().isEqualTo(sold.get(field));
        }
        assertThat(merchant.orderOf(id, onItsWay).at("/shippingAddress/city").asText())
                .isEqualTo("Paris");
        merchant.ships(onItsWay);
        merchant.delivers(onItsWay);
        assertThat(merchant.orderOf(id, onItsWay).has("shippingAddress")).isFalse();
        thenTheAddressIsFree(customer, id);
    }

    private String givenOrder(Customer customer, String key) {
        customer.putIntoCart(Product.newAt(shop()), 1);
        return customer.checkOut(key).json().at("/id").asText();
    }

    private void whenDeleting(Customer customer) {
        visitor().logsIn(customer);
        visitor().opens("/account");
        visitor().seesTitle("My profile");
        visitor().presses("Delete my account");
        visitor().seesDialog("Delete your account?");
        visitor().meetsNoBarrier();
        visitor().takesPictures("deletion");
        visitor().fills("Password", customer.password());
        visitor().presses("Delete it for good");
        visitor().sees("Your account is deleted.");
        visitor().seesTitle("Good things, within reach.");
    }

    private void thenNobodyIsSignedIn(Customer customer) {
        Client orders = customer.directlyAt(shop().serviceUrl("orders-api"));
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(customer.cart().status()).isEqualTo(401);
            assertThat(customer.profile().status()).isEqualTo(401);
            assertThat(orders.get("/api/v1/cart").status()).isEqualTo(401);
        });
    }

    private void thenTheAddressIsFree(Customer customer, String formerId) {
        Map<String, String> credentials = Map.of("email", customer.email(), "password", customer.password());
        assertThat(shop().guest().post("/api/v1/auth/login", credentials).status())
                .isEqualTo(401);
        Reply registered = shop().guest()
                .post(
                        "/api/v1/auth/register",
                        Map.of(
                                "email",
                                customer.email(),
                                "password",
                                customer.password(),
                                "displayName",
                                "Ada Lovelace"));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.json().at("/id").asText()).isNotEqualTo(formerId);
    }
}
