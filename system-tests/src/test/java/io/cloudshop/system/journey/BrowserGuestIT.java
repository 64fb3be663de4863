package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cart of somebody who is not logged in. */
@LocalShopNeeded
class BrowserGuestIT extends BrowserTest {

    private Product product;
    private Product other;

    BrowserGuestIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void look() {
        product = Product.inStockAt(shop());
        other = Product.otherInStockAt(shop(), product);
    }

    @Test
    void what_a_guest_has_chosen_is_ordered_after_the_login() {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());
        customer.putIntoCart(product, 1);
        puts(product);
        puts(other);
        visitor.reloads();
        visitor.hasInCart(2);
        visitor.opens("/cart");
        visitor.setsQuantity(product.name(), 3);
        visitor.hasInCart(4);
        visitor.takesPictures("guest-cart");

        visitor.follows("Go to checkout");
        visitor.sees("Log in to order. What you chose comes along.");
        visitor.identifiesAs(customer);

        visitor.seesTitle("Checkout");
        visitor.hasInCart(5);
        assertThat(quantityIn(customer, product)).isEqualTo(4);
        assertThat(quantityIn(customer, other)).isEqualTo(1);
        visitor.fillsInAddress();
        visitor.paysWith("4242");
        visitor.seesTitle("Thank you!");
        visitor.hasInCart(0);
    }

    @Test
    void two_tabs_show_the_same_and_give_it_to_the_customer_once() {
        Customer customer = Customer.registeredAt(shop());
        Visitor second = visitor().opensTab("/cart");
        second.seesTitle("Your cart is empty");
        puts(product);
        second.hasQuantity(product.name(), 1);
        second.setsQuantity(product.name(), 2);
        visitor().hasInCart(2);

        visitor().logsIn(customer);

        visitor().hasInCart(2);
        second.hasQuantity(product.name(), 2);
        second.reloads();
        second.hasQuantity(product.name(), 2);
        assertThat(quantityIn(customer, product)).isEqualTo(2);
        assertThat(second.complaints()).isEmpty();
    }

    @Test
    void a_logout_leaves_an_empty_cart_behind() {
        Customer customer = Customer.registeredAt(shop());
        puts(product);
        visitor().logsIn(customer);
        visitor().hasInCart(1);

        visitor().logsOut();

        visitor().hasInCart(0);
        visitor().opens("/cart");
        visitor().seesTitle("Your cart is empty");
        assertThat(quantityIn(customer, product)).isEqualTo(1);
    }

    private void puts(Product wanted) {
        visitor().opens("/products/" + wanted.id());
        visitor().presses("Add to cart");
        visitor().sees(wanted.name() + " is in your cart.");
        visitor().types("Escape");
        visitor().seesNoDialog("Your cart");
    }

    private static int quantityIn(Customer customer, Product product) {
        return customer.cart()
                .items("/items")
                .filter(line -> line.at("/productId").asText().equals(product.id()))
                .mapToInt(line -> line.at("/quantity").asInt())
                .sum();
    }
}
