package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff do in the page: pack and send by keyboard, edit what somebody else edits too, import, look after users. */
@LocalShopNeeded
class BrowserBackOfficeIT extends BrowserTest {

    private static final String SKU = "BACK-OFFICE-1";
    private static final int SMALL_PHONE = 360;

    private Merchant merchant;
    private Product product;

    BrowserBackOfficeIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void open() {
        merchant = Merchant.of(shop());
        product = merchant.adds(SKU, "Back office lamp");
        visitor().logsInAsMerchant();
    }

    @AfterEach
    void clear() {
        merchant.takesAway(product);
    }

    @Test
    void an_order_is_shipped_and_delivered_by_keyboard_alone() {
        String number = givenOrder().json().at("/number").asText();
        Visitor visitor = visitor();
        visitor.opens("/admin/orders?status=CONFIRMED");
        visitor.sees(number);
        visitor.takesPictures("back-office-orders");

        visitor.types("j");
        visitor.hasFocusOnLink(number);
        visitor.types("Tab", "Enter");
        visitor.hears(number + " is on its way.");
        visitor.hasFocusOnLink(number);
        visitor.types("Enter");
        visitor.seesTitle("Order " + number);
        visitor.seesOrderAt("On its way");
        visitor.types("Tab", "Tab", "Enter");

        visitor.seesOrderAt("Delivered");
        visitor.hasFocusOnLink("Packing slip");
        visitor.types("Enter");
        visitor.seesTitle("Packing slip " + number);
        assertThat(visitor.takesPrint("packing-slip")).isEqualTo(1);
    }

    @Test
    void two_who_edit_the_same_product_choose_field_by_field() {
        Visitor mine = visitor();
        try (Visitor theirs = anotherVisitor()) {
            theirs.logsInAsMerchant();
            theirs.opens("/admin/products/" + product.id());
            mine.opens("/admin/products/" + product.id());
            mine.fills("Name", "My lamp");
            mine.fills("Description", "As I see it");
            theirs.fills("Name", "Their lamp");
            theirs.fills("Price (EUR)", "18.00");
            theirs.presses("Save");
            theirs.hears("Their lamp is saved.");

            mine.presses("Save");
            mine.sees("Somebody else saved this product meanwhile");
            mine.meetsNoBarrier();
            mine.takesPictures("back-office-merge");
            mine.picks("Name", "Theirs");
            mine.presses("Save both edits together");

            mine.hears("Their lamp is saved.");
            assertThat(theirs.complaints()).isEmpty();
        }
        mine.reloads();
        mine.hasFilledIn("Name", "Their lamp");
        mine.hasFilledIn("Price (EUR)", "18.00");
        mine.hasFilledIn("Description", "As I see it");
        thenOnlyRefusedWith(412);
    }

    @Test
    void an_import_is_tried_out_and_says_which_lines_it_leaves_out() {
        Visitor visitor = visitor();
        visitor.opens("/admin/products/import");
        visitor.choosesFile("lamps.csv", """
                sku,name,category,price
                %s,Imported lamp,Lighting,21.00
                BACK-OFFICE-2,Priceless,Lighting,cheap
                """.replace("%s", SKU));

        visitor.presses("Check without importing");
        visitor.sees("What an import would do");
        visitor.sees("This line is left out; the others are fine.");
        assertThat(product.now(shop()).name()).isEqualTo("Back office lamp");
        visitor.meetsNoBarrier();
        visitor.takesPictures("back-office-import");
        visitor.presses("Import now");
        visitor.sees("What the import did");

        assertThat(product.now(shop()).name()).isEqualTo("Imported lamp");
    }

    @Test
    void the_last_administrator_stays_one() {
        Visitor visitor = visitor();
        visitor.opens("/admin/users?q=" + Client.encoded(Merchant.EMAIL));

        visitor.presses("Take administrator role: " + Merchant.EMAIL);
        visitor.seesDialog("Take the administrator role from " + Merchant.EMAIL + "?");
        visitor.presses("Take administrator role");

        visitor.sees("The shop needs at least one administrator.");
        thenOnlyRefusedWith(409);
    }

    @Test
    void the_search_index_is_rebuilt_while_it_is_searched() {
        Visitor visitor = visitor();
        visitor.opens("/admin/search");

        visitor.presses("Rebuild the index");

        assertThat(shop().answeredByIndex("lamp").json().at("/total").asInt()).isPositive();
        visitor.sees("Complete");
    }

    @Test
    void a_customer_finds_nothing_there() {
        try (Visitor customer = anotherVisitor()) {
            customer.logsIn(Customer.registeredAt(shop()));

            customer.opens("/admin/orders");

            customer.seesTitle("This page drifted away");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, fr"})
    void no_page_has_a_barrier_or_is_wider_than_a_phone(ColorScheme scheme, String language) {
        String order = givenOrder().json().at("/id").asText();
        Visitor visitor = visitor();
        visitor.browser().prefers(scheme);
        for (String page : List.of(
                "",
                "/orders",
                "/orders/" + order,
                "/orders/" + order + "/packing-slip",
                "/products",
                "/products/new",
                "/products/import",
                "/products/low-stock",
                "/products/" + product.id(),
                "/users",
                "/search",
                "/dead-letters",
                "/books",
                "/audit")) {
            visitor.browser().hasScreen(Screenshots.DESKTOP.width());
            visitor.opens("/admin" + page + "?lang=" + language);
            visitor.seesAnyTitle();
            visitor.meetsNoBarrier();
            visitor.browser().hasScreen(SMALL_PHONE);
            assertThat(visitor.stickingOut()).as(page).isEmpty();
        }
    }

    private Reply givenOrder() {
        Customer customer = Customer.registeredAt(shop());
        customer.putIntoCart(product, 1);
        return customer.checkOut("back-office");
    }

    /** Which the browser complains of, though the page expects it. */
    private void thenOnlyRefusedWith(int status) {
        assertThat(visitor().takeComplaints()).singleElement().asString().contains(" " + status + " ");
    }
}
