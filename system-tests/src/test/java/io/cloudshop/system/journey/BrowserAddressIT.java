package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Addresses are written down once and ordered to again; and all that is kept can be taken along. */
@LocalShopNeeded
class BrowserAddressIT extends BrowserTest {

    BrowserAddressIT(LocalShop shop) {
        super(shop);
    }

    @Test
    void an_address_that_was_saved_is_filled_in_at_the_checkout() {
        Customer customer = Customer.registeredAt(shop());
        customer.putIntoCart(Product.newAt(shop()), 1);
        Visitor visitor = visitor();
        visitor.logsIn(customer);
        visitor.opens("/account");
        visitor.sees("Save an address here");

        addsAddress("12 Rue des Martyrs");
        addsAddress("2 Engine Row");

        visitor.sees("2 Engine Row");
        visitor.meetsNoBarrier();
        visitor.takesPictures("account");
        visitor.browser().prefers(ColorScheme.DARK);
        visitor.takesPictures("account-dark");
        visitor.opens("/checkout");
        visitor.hasFilledIn("Street and number", "12 Rue des Martyrs");
        visitor.meetsNoBarrier();
        visitor.takesPictures("checkout-addresses-dark");
        visitor.browser().prefers(ColorScheme.LIGHT);
        visitor.takesPictures("checkout-addresses");
        visitor.chooses("Saved addresses", "Ada Lovelace, 2 Engine Row, 75009 Paris");
        visitor.paysWith("Visa •••• 4242");
        visitor.seesTitle("Thank you!");
        assertThat(customer.orders()
                        .json()
                        .at("/items/0/shippingAddress/street")
                        .asText())
                .isEqualTo("2 Engine Row");
    }

    @Test
    void an_address_of_an_order_is_saved_on_the_way_and_taken_along() {
        Customer customer = Customer.registeredAt(shop());
        customer.putIntoCart(Product.newAt(shop()), 1);
        Visitor visitor = visitor();
        visitor.logsIn(customer);
        visitor.opens("/cart");
        visitor.goesToCheckout();
        visitor.ticks("Save this address for the next time");
        visitor.paysWith("Visa •••• 4242");
        visitor.seesTitle("Thank you!");

        visitor.opens("/account");
        visitor.sees("12 Rue des Martyrs");
        String file = visitor.downloadsWith("Download my data");

        assertThat(file)
                .contains(customer.email(), "\"addresses\"", "12 Rue des Martyrs", "\"sessions\"", "\"orders\"", "CS-");
    }

    private void addsAddress(String street) {
        visitor().presses("Add an address");
        visitor().seesDialog("Add an address");
        visitor().meetsNoBarrier();
        visitor().fills("Full name", "Ada Lovelace");
        visitor().fills("Street and number", street);
        visitor().fills("Postal code", "75009");
        visitor().fills("City", "Paris");
        visitor().chooses("Country", "FR");
        visitor().takesPictures("address");
        visitor().presses("Save the address");
        visitor().seesNoDialog("Add an address");
        visitor().hasFocusOn("Add an address");
    }
}
