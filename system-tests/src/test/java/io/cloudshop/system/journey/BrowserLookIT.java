package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the shop shows itself: on a phone, in French, in the dark, and where there is nothing. */
@LocalShopNeeded
class BrowserLookIT extends BrowserTest {

    BrowserLookIT(LocalShop shop) {
        super(shop);
    }

    @Test
    void a_phone_shows_the_filters_on_demand() {
        Visitor visitor = visitor();
        visitor.browser().takesPhone();
        visitor.opens("/search?q=desk");
        visitor.sees("31 products");

        visitor.presses("Filters");
        visitor.seesWhole("Show 31 products");
        visitor.narrowsInDialogTo("Lighting");
        visitor.presses("Show 2 products");

        visitor.sees("2 products");
    }

    @Test
    void filters_are_seen_above_the_list_and_taken_away_there() {
        Visitor visitor = visitor();
        visitor.opens("/products?category=Lighting&minPrice=20&inStock=true");
        visitor.takesPictures("filtered");

        visitor.follows("Remove filter: Lighting");
        visitor.seesTitle("The whole shop");
        visitor.follows("Clear all");

        visitor.seesNo("Clear all");
    }

    @Test
    void nothing_sticks_out_of_a_narrow_screen_where_text_is_twice_as_large() {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());
        Product product = Product.newAt(shop());
        try {
            Merchant.of(shop()).calls("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", product);
            customer.putIntoCart(product, 1);
            String order = customer.checkOut("large-text").json().at("/id").asText();
            customer.putIntoCart(product, 2);
            visitor.logsIn(customer);
            visitor.browser().hasScreen(320);
            visitor.browser().readsTextOf("200%");

            thenNothingSticksOutAt("/", "/products", "/products/" + product.id(), "/search?q=desk", "/cart");
            thenNothingSticksOutAt("/checkout", "/orders", "/orders/" + order, "/orders/" + order + "/invoice");
            thenNothingSticksOutAt("/account", "/products?category=Lighting&minPrice=20&inStock=true");
        } finally {
            Merchant.of(shop()).calls(product.name(), product);
        }
    }

    private void thenNothingSticksOutAt(String... paths) {
        for (String path : paths) {
            assertThat(visitor().stickingOutOf(path)).as(path).isEmpty();
        }
    }

    @Test
    void the_search_box_completes_what_is_typed() {
        Visitor visitor = visitor();
        visitor.opens("/");
        visitor.seesTitle("Good things, within reach.");

        visitor.types("/", "d", "e", "s");
        visitor.isOffered("desk");
        visitor.types("ArrowUp", "Enter");

        visitor.sees("Add to cart");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1440})
    void nothing_moves_by_itself_while_a_page_comes(int screenWidth) {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());
        Product product = Product.inStockAt(shop());
        customer.putIntoCart(product, 1);
        String order =
                customer.checkOut("moves-" + screenWidth).json().at("/id").asText();
        customer.putIntoCart(product, 1);
        assertThat(customer.savesAddress().status()).isEqualTo(201);
        visitor.browser().hasScreen(screenWidth);
        visitor.browser().hasSlowConnection(Duration.ofMillis(100));

        thenNothingMovesAt("/", "/products", "/products/" + product.id(), "/search?q=desk", "/login", "/register");
        visitor.logsIn(customer);
        thenNothingMovesAt("/cart", "/checkout", "/account");
        thenNothingMovesAt("/orders", "/orders/" + order + "/invoice", "/checkout/done/" + order);
    }

    private void thenNothingMovesAt(String... paths) {
        for (String path : paths) {
            assertThat(visitor().layoutShiftOf(path)).as(path).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void the_shop_speaks_french_and_remembers_it() {
        Visitor visitor = visitor();
        visitor.opens("/products");

        visitor.presses("FR – Français");
        visitor.seesTitle("Toute la boutique");
        visitor.reloads();

        visitor.seesTitle("Toute la boutique");
        visitor.seesLanguage("fr");
        visitor.takesPictures("french");
    }

    @Test
    void the_shop_has_a_dark_look_and_remembers_it() {
        Visitor visitor = visitor();
        visitor.opens("/products");

        visitor.presses("Switch to the dark look");
        visitor.reloads();

        visitor.seesTheme("dark");
        visitor.seesTitle("The whole shop");
        visitor.takesPictures("dark");
    }

    @Test
    void the_shop_works_by_the_address_that_it_listens_at() {
        Visitor visitor = visitor();
        Customer customer = Customer.registeredAt(shop());

        visitor.opens(shop().urlByAddress() + "/login");
        visitor.identifiesAs(customer);
        visitor.seesTitle("Good things, within reach.");
        visitor.searchesFor("desk");

        visitor.sees("31 products");
    }

    @Test
    void an_unknown_page_shows_the_way_back() {
        Visitor visitor = visitor();
        visitor.opens("/nowhere");
        visitor.seesTitle("This page drifted away");
        visitor.takesPictures("unknown-page");
        assertThat(visitor.takeComplaints()).singleElement().asString().contains("404");

        visitor.follows("To the shop");

        visitor.seesTitle("Good things, within reach.");
    }
}
