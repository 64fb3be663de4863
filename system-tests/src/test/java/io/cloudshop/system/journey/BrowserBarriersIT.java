package io.cloudshop.system.journey;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page by the rules of accessibility. */
@LocalShopNeeded
class BrowserBarriersIT extends BrowserTest {

    BrowserBarriersIT(LocalShop shop) {
        super(shop);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, fr"})
    void no_page_has_a_barrier(ColorScheme scheme, String language) {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());
        Product product = Product.newAt(shop());
        customer.putIntoCart(product, 1);
        String order =
                customer.checkOut("barriers-" + language).json().at("/id").asText();
        customer.putIntoCart(product, 2);
        visitor.browser().prefers(scheme);

        thenNoBarrierAt(language, "/", "/products", "/products/" + product.id(), "/search?q=desk", "/search?q=zzzz");
        thenNoBarrierAt(language, "/login", "/register", "/forgot-password", "/mailbox");
        visitor.opens("/products/" + product.id() + "?lang=en");
        visitor.presses("Add to cart");
        visitor.hasInCart(1);
        thenNoBarrierAt(language, "/cart");
        visitor.opens("/?lang=en");
        visitor.logsIn(customer);
        thenNoBarrierAt(language, "/cart", "/checkout", "/checkout/done/" + order, "/account");
        thenNoBarrierAt(language, "/orders", "/orders/" + order, "/orders/" + order + "/invoice");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void the_cart_at_the_side_has_none(ColorScheme scheme) {
        Visitor visitor = visitor();
        visitor.browser().prefers(scheme);
        visitor.logsIn(Customer.registeredAt(shop()));
        visitor.opens("/products/" + Product.newAt(shop()).id());

        visitor.presses("Add to cart");

        visitor.seesDialog("Your cart");
        visitor.meetsNoBarrier();
    }

    private void thenNoBarrierAt(String language, String... paths) {
        for (String path : paths) {
            visitor().opens(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            visitor().seesAnyTitle();
            visitor().meetsNoBarrier();
        }
    }
}
