package io.cloudshop.system.journey;

import org.junit.jupiter.api.Test;

/** How the shop shows itself: on a phone, in French, in the dark, and where there is nothing. */
@LocalShopNeeded
class BrowserLookIT extends BrowserTest {

    BrowserLookIT(LocalShop shop) {
        super(shop);
    }

    @Test
    void a_phone_shows_the_filters_on_demand() {
        Visitor visitor = visitor();
        visitor.takesPhone();
        visitor.opens("/search?q=desk");
        visitor.sees("31 products");

        visitor.presses("Filters");
        visitor.seesWhole("Show products");
        visitor.narrowsInDialogTo("Lighting");
        visitor.presses("Show products");

        visitor.sees("2 products");
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

        visitor.follows("To the shop");

        visitor.seesTitle("Good things, within reach.");
    }
}
