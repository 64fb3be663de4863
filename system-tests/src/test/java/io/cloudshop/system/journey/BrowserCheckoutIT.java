package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can come between the click and the order: there is one order, at the price that was shown. */
@LocalShopNeeded
class BrowserCheckoutIT extends BrowserTest {

    private Customer customer;
    private Product product;

    BrowserCheckoutIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void goToCheckout() {
        customer = Customer.registeredAt(shop());
        product = Product.inStockAt(shop());
        customer.putIntoCart(product, 1);
        visitor().logsIn(customer);
        visitor().opens("/cart");
        visitor().goesToCheckout();
    }

    @Test
    void a_reload_while_the_bank_is_slow_comes_to_the_same_order() {
        Visitor visitor = visitor();
        visitor.paysWith("3000");
        visitor.sees("Placing your order…");

        visitor.reloads();

        visitor.seesTitle("Thank you!");
        assertThat(customer.orders().items("/items")).hasSize(1);
        // Until the first request is answered the second one is told to wait.
        assertThat(visitor.takeComplaints()).allMatch(complaint -> complaint.contains("409"));
    }

    @Test
    void a_session_that_ends_on_the_way_comes_to_the_same_order_after_a_login() {
        Visitor visitor = visitor();
        visitor.browser().hearsOnce("**/api/v1/orders", 401);
        visitor.browser().losesCookies();
        visitor.paysWith("4242");
        visitor.seesTitle("Welcome back");
        visitor.takeComplaints();

        visitor.identifiesAs(customer);

        visitor.seesTitle("Thank you!");
        assertThat(customer.orders().items("/items")).hasSize(1);
    }

    @Test
    void a_token_that_ends_on_the_way_is_renewed_and_comes_to_the_same_order() {
        Visitor visitor = visitor();
        visitor.browser().hearsOnce("**/api/v1/orders", 401);

        visitor.paysWith("4242");

        visitor.seesTitle("Thank you!");
        assertThat(customer.orders().items("/items")).hasSize(1);
        assertThat(visitor.takeComplaints()).singleElement().asString().contains("401");
    }

    @Test
    void another_price_is_shown_before_it_is_charged() {
        Visitor visitor = visitor();
        BigDecimal higher = product.price().add(BigDecimal.TEN);
        try {
            Merchant.of(shop()).asksFor(higher, product);
            visitor.paysWith("4242");
            visitor.sees("The price has changed");
            visitor.sees("€" + higher + " instead of €" + product.price());
            visitor.takesPictures("price-changed");
            assertThat(visitor.takeComplaints()).singleElement().asString().contains("409");

            visitor.presses("Place order · €" + higher);

            visitor.seesTitle("Thank you!");
            assertThat(customer.orders().items("/items"))
                    .filteredOn(order -> order.at("/status").asText().equals("CONFIRMED"))
                    .extracting(order -> order.at("/total/amount").asText())
                    .containsExactly(higher.toPlainString());
        } finally {
            Merchant.of(shop()).asksFor(product.price(), product);
        }
    }

    @Test
    void a_cart_is_ordered_once_from_two_windows() {
        Visitor visitor = visitor();
        customer.checkOut("another-window");

        visitor.paysWith("4242");

        visitor.sees("Your cart is not what it was");
        visitor.takesPictures("cart-changed");
        visitor.follows("My orders");
        visitor.seesTitle("My orders");
        assertThat(customer.orders().items("/items")).hasSize(1);
        assertThat(visitor.takeComplaints()).singleElement().asString().contains("409");
    }

    @Test
    void a_bank_that_does_not_answer_is_not_a_card_that_was_declined() {
        Visitor visitor = visitor();

        visitor.paysWith("9995");

        visitor.sees("The bank did not answer");
        assertThat(visitor.takeComplaints()).singleElement().asString().contains("402");
        visitor.paysWith("4242");
        visitor.seesTitle("Thank you!");
    }
}
