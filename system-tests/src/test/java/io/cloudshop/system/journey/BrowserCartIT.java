package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cart by hand: beside the page, by typing, and with second thoughts. */
@LocalShopNeeded
class BrowserCartIT extends BrowserTest {

    private Customer customer;
    private Product product;

    BrowserCartIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void logIn() {
        customer = Customer.registeredAt(shop());
        product = Product.inStockAt(shop());
        visitor().logsIn(customer);
    }

    @Test
    void what_is_added_is_shown_beside_the_page_and_the_way_back_is_where_one_was() {
        Visitor visitor = visitor();
        visitor.opens("/products/" + product.id());

        visitor.presses("Add to cart");

        visitor.seesDialog("Your cart");
        visitor.sees(product.name() + " is in your cart.");
        visitor.takesPictures("cart-drawer");
        visitor.types("Escape");
        visitor.seesNoDialog("Your cart");
        visitor.hasFocusOn("Add to cart");
        visitor.follows("Cart, 1 item");
        visitor.seesDialog("Your cart");
        visitor.follows("Go to checkout");
        visitor.seesTitle("Checkout");
        visitor.seesNoDialog("Your cart");
    }

    @Test
    void a_quantity_is_typed_in_and_stays() {
        customer.putIntoCart(product, 1);
        Visitor visitor = visitor();
        visitor.opens("/cart");

        visitor.setsQuantity(product.name(), 3);

        visitor.hasInCart(3);
        visitor.reloads();
        visitor.hasQuantity(product.name(), 3);
    }

    @Test
    void what_the_shop_does_not_hear_of_is_taken_back_and_said() {
        customer.putIntoCart(product, 2);
        Visitor visitor = visitor();
        visitor.opens("/cart");
        visitor.hasQuantity(product.name(), 2);
        visitor.browser().goesOffline();

        visitor.presses("One more");

        visitor.sees("We cannot reach the shop.");
        visitor.hasQuantity(product.name(), 2);
        visitor.browser().comesOnline();
        assertThat(visitor.takeComplaints()).allMatch(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void a_line_that_was_removed_is_put_back_by_keyboard() {
        customer.putIntoCart(product, 2);
        Visitor visitor = visitor();
        visitor.opens("/cart");

        visitor.presses("Remove " + product.name());
        visitor.hears(product.name() + " is out of your cart.");
        visitor.seesTitle("Your cart is empty");
        visitor.types("Shift+Tab", "Shift+Tab");
        visitor.hasFocusOn("Undo");
        visitor.types("Enter");

        visitor.hears(product.name() + " is back in your cart.");
        visitor.hasQuantity(product.name(), 2);
        visitor.hasInCart(2);
    }
}
