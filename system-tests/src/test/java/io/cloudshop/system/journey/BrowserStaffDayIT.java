package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a day brings to staff: what runs out, orders, letters that were not delivered, money that goes back. */
@LocalShopNeeded
class BrowserStaffDayIT extends BrowserTest {

    private static final String LAMP = "Staff lamp";

    private Merchant merchant;
    private Product product;

    /** What the page says. */
    private enum Words {
        EN(
                "All that run out",
                "Low stock",
                "Book: ",
                "Book in or out",
                "Orders",
                "Ship: ",
                "is on its way.",
                "Deliver again: ",
                "It is in the queue again."),
        FR(
                "Tout ce qui vient à manquer",
                "Stock faible",
                "Mouvement : ",
                "Entrée ou sortie",
                "Commandes",
                "Expédier : ",
                "est en route.",
                "Transmettre à nouveau : ",
                "Il est de nouveau dans la file.");

        private final String allLow;
        private final String low;
        private final String book;
        private final String delta;
        private final String orders;
        private final String ship;
        private final String shipped;
        private final String replay;
        private final String replayed;

        Words(
                String allLow,
                String low,
                String book,
                String delta,
                String orders,
                String ship,
                String shipped,
                String replay,
                String replayed) {
            this.allLow = allLow;
            this.low = low;
            this.book = book;
            this.delta = delta;
            this.orders = orders;
            this.ship = ship;
            this.shipped = shipped;
            this.replay = replay;
            this.replayed = replayed;
        }

        String language() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    BrowserStaffDayIT(LocalShop shop) {
        super(shop);
    }

    @BeforeEach
    void open() {
        merchant = Merchant.of(shop());
        product = merchant.adds("STAFF-DAY-1", LAMP, 3);
        visitor().logsInAsMerchant();
    }

    @AfterEach
    void clear() {
        merchant.takesAway(product);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_run_by_keyboard_alone(Words words) {
        String number =
                givenOrder(Customer.registeredAt(shop())).json().at("/number").asText();
        String letter = givenDeadLetter();
        Visitor visitor = visitor();
        visitor.opens("/admin?lang=" + words.language());

        visitor.tabsTo(words.allLow);
        visitor.types("Enter");
        visitor.seesTitle(words.low);
        visitor.tabsTo(words.book + LAMP);
        visitor.types("Enter");
        visitor.tabsTo(words.delta);
        visitor.writes("90");
        visitor.types("Tab");
        visitor.writes("delivered");
        visitor.types("Enter");
        visitor.hears("92");
        visitor.seesNo(LAMP);

        visitor.tabsTo(words.orders);
        visitor.types("Enter");
        visitor.sees(number);
        visitor.types("j");
        visitor.tabsTo(words.ship + number);
        visitor.types("Enter");
        visitor.hears(number + " " + words.shipped);
        visitor.hasFocusOnLink(number);

        visitor.opens("/admin/dead-letters?of=products&lang=" + words.language());
        visitor.tabsTo(words.replay + letter);
        visitor.types("Enter");
        visitor.hears(words.replayed);
        thenDelivered(letter);
    }

    @Test
    void money_that_went_back_is_seen_at_the_order_and_in_the_books() {
        Customer customer = Customer.registeredAt(shop());
        String order = givenOrder(customer).json().at("/id").asText();
        assertThat(customer.cancels(order).status()).isEqualTo(200);
        Visitor visitor = visitor();

        visitor.opens("/admin/orders/" + order);

        visitor.seesOrderAt("Cancelled, payment returned");
        visitor.seesNo("Ship");
        visitor.opens("/admin/books");
        visitor.sees("Refunded");
        visitor.sees("Every order agrees with its reservation and its payment.");
    }

    @Test
    void somebody_is_signed_out_everywhere() {
        Customer customer = Customer.registeredAt(shop());
        Visitor visitor = visitor();
        try (Visitor signedIn = anotherVisitor()) {
            signedIn.logsIn(customer);
            visitor.opens("/admin/users?q=" + Client.encoded(customer.email()));
            visitor.presses("Sessions: " + customer.email());
            visitor.seesDialog("Sessions of " + customer.email());
            visitor.sees("2 sessions that can go on.");
            visitor.meetsNoBarrier();
            visitor.takesPictures("back-office-sessions");

            visitor.presses("End all");

            visitor.hears(customer.email() + " is signed out everywhere.");
            await().until(() -> customer.profile().status() == 401);
            signedIn.opens("/orders");
            signedIn.seesTitle("Welcome back");
        }
    }

    @Test
    void what_runs_out_is_booked_in_where_it_stands() {
        Visitor visitor = visitor();
        visitor.opens("/admin/products/low-stock");
        visitor.sees(LAMP);
        visitor.takesPictures("back-office-low-stock");

        visitor.presses("Book: " + LAMP);
        visitor.seesDialog("Book " + LAMP + " in or out");

        visitor.meetsNoBarrier();
    }

    private Reply givenOrder(Customer customer) {
        customer.putIntoCart(product, 1);
        return customer.checkOut("staff-day");
    }

    /** Of a product that the search index was not told of. */
    private String givenDeadLetter() {
        return shop().database("products").text("""
                        INSERT INTO outbox_event (aggregate_id, type, attempts, last_error, dead_at)
                        VALUES (?, 'ProductChanged', 10, 'refused', now()) RETURNING id""", UUID.fromString(product.id()));
    }

    private void thenDelivered(String letter) {
        await().until(() -> shop().database("products")
                .text("SELECT count(*) FROM outbox_event WHERE id = " + letter)
                .equals("0"));
    }
}
