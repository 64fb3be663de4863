package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One session for all tabs of a browser, over reloads and over the quarter of an hour that a token lasts. */
@LocalShopNeeded
class BrowserSessionIT extends BrowserTest {

    private static final Duration UNTIL_TOKEN_IS_DUE = Duration.ofMinutes(14).plusSeconds(30);
    private static final Duration A_NIGHT = Duration.ofHours(8);
    private static final String ENDED = "Your session has ended. Please log in again to go on.";

    private Customer customer;
    private Product product;

    BrowserSessionIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void register() {
        customer = Customer.registeredAt(shop());
        product = Product.inStockAt(shop());
        customer.putIntoCart(product, 1);
    }

    @Test
    void six_tabs_refresh_at_the_same_moment_once_and_remain_logged_in() {
        visitor().browser().wearsWatch();
        visitor().logsIn(customer);
        List<Visitor> tabs = sixTabs("/products");
        AtomicInteger refreshes = visitor().browser().countsRefreshes();

        visitor().browser().sleeps(UNTIL_TOKEN_IS_DUE);
        tabs.forEach(tab -> tab.hasInCart(1));
        visitor().browser().sleeps(UNTIL_TOKEN_IS_DUE);

        tabs.forEach(BrowserSessionIT::looksAtOrders);
        assertThat(refreshes).hasValue(2);
        assertThat(tabs).allSatisfy(tab -> assertThat(tab.complaints()).isEmpty());
    }

    @Test
    void a_session_goes_on_after_a_night_of_sleep() {
        visitor().browser().wearsWatch();
        visitor().logsIn(customer);
        List<Visitor> tabs = sixTabs("/products");
        AtomicInteger refreshes = visitor().browser().countsRefreshes();

        visitor().browser().sleeps(A_NIGHT);

        tabs.forEach(BrowserSessionIT::looksAtOrders);
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void a_session_outlives_reloads_also_while_a_refresh_is_on_its_way() {
        visitor().logsIn(customer);
        visitor().opens("/orders");
        visitor().seesTitle("No orders yet");

        visitor().browser().hasSlowConnection(Duration.ofMillis(800));
        visitor().reloadsOnRequestTo("**/api/v1/auth/refresh", Duration.ofMillis(300));

        visitor().seesTitle("No orders yet");
        visitor().hasInCart(1);
    }

    @Test
    void a_visitor_without_a_session_asks_for_none() {
        AtomicInteger refreshes = visitor().browser().countsRefreshes();

        visitor().opens("/products");
        visitor().seesTitle("The whole shop");
        visitor().opensTab("/").seesTitle("Good things, within reach.");

        assertThat(refreshes).hasValue(0);
    }

    @Test
    void a_logout_in_one_tab_ends_all_six() {
        visitor().logsIn(customer);
        List<Visitor> tabs = sixTabs("/orders");
        tabs.forEach(tab -> tab.seesTitle("No orders yet"));

        tabs.get(3).logsOut();

        tabs.get(3).seesTitle("Good things, within reach.");
        Stream.of(0, 1, 2, 4, 5).map(tabs::get).forEach(tab -> {
            tab.seesTitle("Welcome back");
            tab.hears("You are logged out.");
            tab.hasInCart(0);
        });
    }

    @Test
    void tabs_show_the_cart_and_the_customer_of_now() {
        Customer other = Customer.registeredAt(shop());
        visitor().logsIn(customer);
        Visitor second = visitor().opensTab("/account");
        second.sees(customer.email());

        visitor().opens("/products/" + product.id());
        visitor().presses("Add to cart");
        second.hasInCart(2);
        visitor().seesDialog("Your cart");
        visitor().types("Escape");
        visitor().logsOut();
        visitor().seesTitle("Good things, within reach.");
        second.seesTitle("Welcome back");
        visitor().logsIn(other);

        second.seesTitle("My profile");
        second.sees(other.email());
        second.hasInCart(0);
    }

    @Test
    void a_session_that_has_ended_says_so_and_what_was_filled_in_is_there_after_the_login() {
        Visitor visitor = visitor();
        visitor.browser().wearsWatch();
        visitor.logsIn(customer);
        Visitor shopping = visitor.opensTab("/products");
        shopping.hasInCart(1);
        visitor.opens("/cart");
        visitor.goesToCheckout();

        visitor.browser().losesCookies();
        visitor.browser().sleeps(A_NIGHT);

        visitor.seesTitle("Welcome back");
        visitor.sees(ENDED);
        visitor.hears(ENDED);
        visitor.takesPictures("session-ended-login");
        shopping.hears(ENDED);
        shopping.takesPictures("session-ended");
        shopping.presses("FR – Français");
        shopping.hears("Votre session a pris fin. Reconnectez-vous pour continuer.");
        shopping.takesPictures("session-ended-french");
        visitor.identifiesAs(customer);
        visitor.seesTitle("Checkout");
        visitor.hasFilledIn("City", "Paris");
        visitor.hasFilledIn("Full name", "Ada Lovelace");
        shopping.seesTitle("Toute la boutique");
        shopping.hearsNothing();
        // The refused refresh.
        assertThat(Stream.of(visitor, shopping).flatMap(tab -> tab.takeComplaints().stream()))
                .allMatch(complaint -> complaint.contains("401"));
    }

    private List<Visitor> sixTabs(String path) {
        visitor().opens(path);
        List<Visitor> more =
                Stream.generate(() -> visitor().opensTab(path)).limit(5).toList();
        List<Visitor> tabs = Stream.concat(Stream.of(visitor()), more.stream()).toList();
        tabs.forEach(tab -> tab.hasInCart(1));
        return tabs;
    }

    private static void looksAtOrders(Visitor tab) {
        tab.presses("Account");
        tab.follows("My orders");
        tab.seesTitle("No orders yet");
    }
}
