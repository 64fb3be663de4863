package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order after it is placed: followed as it goes, cancelled, bought again, and on paper. */
@LocalShopNeeded
class BrowserOrderIT extends BrowserTest {

    private String order;
    private Product product;

    BrowserOrderIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void order() {
        Customer customer = Customer.registeredAt(shop());
        product = Product.inStockAt(shop());
        customer.putIntoCart(product, 2);
        order = customer.checkOut("browser-order").json().at("/id").asText();
        visitor().logsIn(customer);
        visitor().opens("/orders/" + order);
        visitor().seesOrderAt("Confirmed and paid");
    }

    @Test
    void its_next_step_is_seen_as_it_is_taken() {
        Merchant.of(shop()).ships(order);

        visitor().seesOrderAt("On its way");
        visitor().takesPictures("order-shipped");
    }

    @Test
    void it_is_cancelled_once_that_is_confirmed() {
        Visitor visitor = visitor();
        visitor.presses("Cancel order");
        visitor.seesDialog("Cancel this order?");

        visitor.presses("Yes, cancel it");

        visitor.seesOrderAt("Cancelled, payment returned");
        visitor.hears("Your order is cancelled, and the payment is on its way back.");
        visitor.takesPictures("order-cancelled");
    }

    @Test
    void it_is_bought_again() {
        visitor().presses("Buy again");

        visitor().seesDialog("Your cart");
        visitor().hasInCart(2);
    }

    @Test
    void its_invoice_goes_on_one_sheet_of_paper() {
        Visitor visitor = visitor();

        visitor.follows("Invoice");

        visitor.sees("Paid by card.");
        visitor.takesPictures("invoice");
        assertThat(visitor.takesPrint("invoice")).isEqualTo(1);
    }
}
