package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The way to an order, by sight and by click. */
@LocalShopNeeded
class BrowserJourneyIT extends BrowserTest {

    private static final String LAMP = "Linea LED Desk Lamp";
    private static final String PLANT = "Evergreen Desk Planter";

    BrowserJourneyIT(LocalShop shop) {
        super(shop);
    }

    @Test
    void a_visitor_becomes_a_customer_with_an_order() {
        Visitor visitor = visitor();
        visitor.opens("/");
        visitor.takesPictures("home");
        visitor.follows("Shop");
        visitor.seesTitle("The whole shop");
        visitor.takesPictures("catalogue");

        visitor.searchesFor("desk");
        visitor.takesPictures("search");
        visitor.narrowsTo("Lighting");
        visitor.sees("2 products");
        visitor.opensProduct(LAMP);
        visitor.takesPictures("product");

        visitor.presses("Add to cart");
        visitor.sees(LAMP + " is in your cart.");
        visitor.types("Escape");
        visitor.seesNoDialog("Your cart");
        visitor.searchesFor("desk");
        visitor.presses("Add to cart: " + PLANT);
        visitor.sees(PLANT + " is in your cart.");
        visitor.follows("View cart");
        visitor.seesTitle("Your cart");
        visitor.takesPictures("cart");

        visitor.follows("Go to checkout");
        visitor.seesTitle("Welcome back");
        visitor.takesPictures("login");
        visitor.goesToRegistration();
        visitor.takesPictures("registration");
        visitor.registers();
        visitor.fillsInAddress();
        visitor.takesPictures("checkout");
        visitor.paysWith("4242");
        visitor.seesTitle("Thank you!");
        visitor.takesPictures("confirmation");
        visitor.follows("View order");
        visitor.sees("Confirmed and paid");
        visitor.takesPictures("order");
        visitor.follows("My orders");
        visitor.seesTitle("My orders");
        visitor.sees(LAMP);
        visitor.takesPictures("orders");
    }

    @Test
    void a_declined_card_is_said_in_a_sentence_and_another_card_pays() {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());
        customer.putIntoCart(Product.inStockAt(shop()), 2);
        visitor.logsIn(customer);
        visitor.opens("/cart");
        visitor.goesToCheckout();

        visitor.paysWith("0002");
        visitor.sees("Nothing was charged. Please choose another card and try again.");
        visitor.paysWith("4242");

        visitor.seesTitle("Thank you!");
        assertThat(visitor.takeComplaints()).singleElement().asString().contains("402");
    }
}
