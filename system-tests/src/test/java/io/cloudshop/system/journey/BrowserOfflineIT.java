package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop on the train: what was seen last is read in the tunnel, and nothing of what is a customer's own is kept. */
@LocalShopNeeded
class BrowserOfflineIT extends BrowserTest {

    private static final String OFFLINE = "You are offline. What you see may be out of date.";
    private static final String OFFLINE_TITLE = "You are offline";

    private Product product;

    BrowserOfflineIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void find() {
        product = Product.inStockAt(shop());
    }

    @Test
    void what_was_seen_is_read_without_a_connection_and_is_said_to_be_old() {
        Visitor visitor = visitor();
        visitor.opens("/products");
        visitor.browser().keeps("/api/v1/products", "/api/v1/categories");
        visitor.opens("/products/" + product.id());
        visitor.seesTitle(product.name());
        visitor.browser().keeps("/api/v1/products/" + product.id(), product.imageUrl());
        visitor.seesNo(OFFLINE);

        visitor.browser().goesOffline();

        visitor.reloads();
        visitor.seesTitle(product.name());
        visitor.seesPicture();
        visitor.sees(OFFLINE);
        visitor.takesPictures("offline-product");
        visitor.meetsNoBarrier();
        visitor.opens("/products");
        visitor.seesTitle("The whole shop");
        visitor.sees(firstByName());
        visitor.sees(OFFLINE);
        visitor.takesPictures("offline-catalogue");
        thenOnlyTheConnectionIsMissed();
    }

    @Test
    void a_product_that_was_never_seen_comes_with_the_connection() {
        Visitor visitor = visitor();
        Product other = Product.otherInStockAt(shop(), product);
        visitor.opens("/products/" + product.id());
        visitor.browser().keeps("/api/v1/products/" + product.id());

        visitor.browser().goesOffline();
        visitor.opens("/products/" + other.id());
        visitor.seesTitle(OFFLINE_TITLE);
        visitor.sees(OFFLINE);
        visitor.takesPictures("offline-unseen");
        visitor.meetsNoBarrier();
        visitor.browser().comesOnline();

        visitor.seesTitle(other.name());
        visitor.seesNo(OFFLINE);
        thenOnlyTheConnectionIsMissed();
    }

    @Test
    void what_is_old_is_read_again_as_soon_as_there_is_a_connection() {
        Visitor visitor = visitor();
        visitor.opens("/products/" + product.id());
        visitor.browser().keeps("/api/v1/products/" + product.id());
        visitor.browser().goesOffline();
        visitor.reloads();
        visitor.seesTitle(product.name());
        try {
            Merchant.of(shop()).calls("Renamed meanwhile", product);

            visitor.browser().comesOnline();

            visitor.seesTitle("Renamed meanwhile");
            visitor.seesNo(OFFLINE);
        } finally {
            Merchant.of(shop()).calls(product.name(), product);
        }
        thenOnlyTheConnectionIsMissed();
    }

    @Test
    void orders_and_cart_say_that_there_is_no_connection_and_show_nothing_old() {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());
        customer.putIntoCart(product, 1);
        String order = customer.checkOut("offline").json().at("/number").asText();
        customer.putIntoCart(product, 2);
        visitor.opens("/products");
        visitor.browser().keeps("/api/v1/products");
        visitor.logsIn(customer);
        visitor.opens("/orders");
        visitor.sees(order);
        visitor.opens("/cart");
        visitor.sees(product.name());

        visitor.browser().goesOffline();

        for (String path : List.of("/orders", "/cart")) {
            visitor.opens(path);
            visitor.seesTitle(OFFLINE_TITLE);
            visitor.sees(OFFLINE);
            visitor.seesNo(product.name());
            visitor.seesNo("Your cart is empty");
            visitor.meetsNoBarrier();
        }
        visitor.takesPictures("offline-cart");
        assertThat(visitor.browser().kept())
                .noneMatch(address -> address.matches(".*/(orders|cart|auth|checkout|account).*"));
        visitor.browser().comesOnline();
        visitor.sees(product.name());
        visitor.hasInCart(2);
        thenOnlyTheConnectionIsMissed();
    }

    @Test
    void nothing_read_in_a_customers_name_is_kept_and_a_logout_forgets_the_rest() {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());
        Product fresh = Product.newAt(shop());
        visitor.opens("/products/" + product.id());
        visitor.browser().keeps("/api/v1/products/" + product.id());
        visitor.logsIn(customer);
        visitor.opensProduct(fresh.name());
        visitor.seesPicture();
        assertThat(visitor.browser().kept())
                .contains("/api/v1/products/" + product.id())
                .doesNotContain("/api/v1/products/" + fresh.id());

        visitor.logsOut();

        visitor.browser().forgets("/api/v1/products/" + product.id());
        visitor.browser().goesOffline();
        visitor.opens("/products/" + product.id());
        visitor.seesTitle(OFFLINE_TITLE);
        visitor.seesNo(product.name());
        thenOnlyTheConnectionIsMissed();
    }

    @Test
    void what_was_read_in_one_language_is_not_shown_in_the_other() {
        Visitor visitor = visitor();
        visitor.opens("/products/" + product.id());
        visitor.browser().keeps("/api/v1/products/" + product.id());

        visitor.browser().goesOffline();
        visitor.opens("/products/" + product.id() + "?lang=fr");

        visitor.seesTitle("Vous êtes hors ligne");
        visitor.seesNo(product.name());
        thenOnlyTheConnectionIsMissed();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1440})
    void nothing_moves_by_itself_where_the_shell_is_kept(int screenWidth) {
        Visitor visitor = visitor();
        visitor.browser().hasScreen(screenWidth);
        visitor.opens("/products/" + product.id());
        visitor.browser().keeps("/api/v1/products/" + product.id());
        visitor.browser().hasSlowConnection(Duration.ofMillis(100));

        for (String path : List.of("/", "/products", "/products/" + product.id())) {
            assertThat(visitor.layoutShiftOf(path)).as(path).isLessThanOrEqualTo(0.05);
        }
        visitor.browser().goesOffline();
        assertThat(visitor.layoutShiftOf("/products/" + product.id())).isLessThanOrEqualTo(0.05);
        thenOnlyTheConnectionIsMissed();
    }

    private String firstByName() {
        return shop().guest()
                .get("/api/v1/products?sort=name&size=1")
                .json()
                .at("/items/0/name")
                .asText();
    }

    /** Browsers complain of every request that gets no answer. */
    private void thenOnlyTheConnectionIsMissed() {
        assertThat(visitor().takeComplaints())
                .allMatch(complaint ->
                        complaint.contains("ERR_INTERNET_DISCONNECTED") || complaint.contains("ERR_FAILED"));
    }
}
