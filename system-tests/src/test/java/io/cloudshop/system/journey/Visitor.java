package io.cloudshop.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody in front of a browser, who finds things by what is written on them. */
final class Visitor implements AutoCloseable {

    private static final String SUM_LAYOUT_SHIFTS = """
            window.layoutShift = 0
            new PerformanceObserver((list) => list.getEntries()
                .forEach((entry) => { if (!entry.hadRecentInput) window.layoutShift += entry.value }))
                .observe({ type: 'layout-shift', buffered: true })
            """;

    private static final String STICKING_OUT = """
            () => document.documentElement.scrollWidth === innerWidth
                ? []
                : [...document.querySelectorAll('body, body *')]
                    .filter((element) => element.getBoundingClientRect().right > innerWidth)
                    .map(({ tagName, className, textContent }) => tagName + ' ' + className + ' ' + textContent.slice(0, 40))
            """;

    private static final int MOST_TABS = 300;
    private static final String FOCUSED = """
            () => {
                const { ariaLabel, labels, textContent } = document.activeElement
                return (ariaLabel ?? labels?.[0]?.textContent ?? textContent).trim()
            }
            """;

    private final Page page;
    private final Complaints complaints;

    Visitor(Page page) {
        this.page = page;
        this.complaints = new Complaints(page);
    }

    /** Its browser and its connection. */
    VisitorBrowser browser() {
        return new VisitorBrowser(page);
    }

    List<String> complaints() {
        return complaints.all();
    }

    /** The complaints so far, which a test expected. */
    List<String> takeComplaints() {
        List<String> taken = complaints.all();
        complaints.forget();
        return taken;
    }

    /** Another tab of the same browser. */
    Visitor opensTab(String path) {
        Visitor tab = new Visitor(page.context().newPage());
        tab.opens(path);
        return tab;
    }

    void opens(String path) {
        page.navigate(path);
    }

    void searchesFor(String words) {
        searchBox().fill(words);
        searchBox().press("Enter");
        seesTitle("Results for “" + words + "”");
    }

    /** Presses these keys, one after the other, wherever the focus is. */
    void types(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Goes on with the Tab key until what is called so has the focus. */
    void tabsTo(String name) {
        for (int pressed = 0; pressed < MOST_TABS; pressed++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate(FOCUSED))) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + name);
    }

    /** Types a text where the focus is. */
    void writes(String text) {
        page.keyboard().insertText(text);
    }

    /** Waits for what the search box offers, the first of which begins so. */
    void isOffered(String beginning) {
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText(beginning);
        assertThat(searchBox()).hasAttribute("aria-expanded", "true");
    }

    private Locator searchBox() {
        return page.getByRole(AriaRole.SEARCH).getByRole(AriaRole.COMBOBOX);
    }

    void narrowsTo(String choice) {
        narrowsTo(choice, AriaRole.COMPLEMENTARY);
    }

    void narrowsInDialogTo(String choice) {
        narrowsTo(choice, AriaRole.DIALOG);
    }

    /** The button is on the screen as it is, whole, without scrolling. */
    void seesWhole(String button) {
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true)))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    private void narrowsTo(String choice, AriaRole place) {
        page.getByRole(place, new Page.GetByRoleOptions().setName("Filters"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(choice))
                .click();
    }

    void opensProduct(String name) {
        follows(name);
        seesTitle(name);
    }

    void goesToRegistration() {
        follows("Create your account");
        seesTitle("Create your account");
    }

    void registers() {
        fills("Your name", "Ada Lovelace");
        fills("Email address", UUID.randomUUID() + "@example.org");
        fills("Password", "a long enough password");
        presses("Create account");
    }

    void logsIn(Customer customer) {
        opens("/login");
        identifiesAs(customer);
        seesTitle("Good things, within reach.");
    }

    /** As the administrator of a local shop. */
    void logsInAsMerchant() {
        opens("/login");
        fills("Email address", Merchant.EMAIL);
        fills("Password", Merchant.PASSWORD);
        presses("Log in");
        seesTitle("Good things, within reach.");
    }

    /** On the page of the login, which leads on to where it was asked for. */
    void identifiesAs(Customer customer) {
        fills("Email address", customer.email());
        fills("Password", customer.password());
        presses("Log in");
    }

    void goesToCheckout() {
        follows("Go to checkout");
        fillsInAddress();
    }

    void fillsInAddress() {
        seesTitle("Checkout");
        fills("Full name", "Ada Lovelace");
        fills("Street and number", "12 Rue des Martyrs");
        fills("Postal code", "75009");
        fills("City", "Paris");
        page.getByLabel("Country").selectOption("France");
    }

    void paysWith(String card) {
        page.getByLabel(card).check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Place order"))
                .click();
    }

    /** How much of what is seen moves by itself while a page comes (Cumulative Layout Shift: 0 for none, 0.1 is a nuisance). */
    double layoutShiftOf(String path) {
        page.addInitScript(SUM_LAYOUT_SHIFTS);
        opens(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return ((Number) page.evaluate("window.layoutShift")).doubleValue();
    }

    /** What of a page is to be seen only by scrolling sideways. */
    List<?> stickingOutOf(String path) {
        opens(path);
        seesAnyTitle();
        return stickingOut();
    }

    List<?> stickingOut() {
        Screenshots.awaitWhole(page);
        return (List<?>) page.evaluate(STICKING_OUT);
    }

    void logsOut() {
        presses("Account");
        presses("Log out");
    }

    void fills(String field, String text) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    void presses(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** On a button, by keyboard. */
    void entersWith(String key, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press(key);
    }

    void follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** A link that is known by where it leads, since its text is the whole address. */
    void followsAddressWith(String part) {
        page.locator("a[href*='" + part + "']").first().click();
    }

    /** Whatever browser and eyes one has, by axe. */
    void meetsNoBarrier() {
        Screenshots.awaitWhole(page);
        Barriers.requireNone(page);
    }

    void seesAnyTitle() {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
    }

    void seesTitle(String title) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(title);
    }

    void choosesFile(String name, String content) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** One of a group of choices, the name of which begins so. */
    void picks(String group, String beginning) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group))
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + beginning)))
                .check();
    }

    void hasFilledIn(String field, String text) {
        assertThat(page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)))
                .hasValue(text);
    }

    void hasInCart(int items) {
        String label = "Cart, " + items + (items == 1 ? " item" : " items");
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(label).setExact(true)))
                .isVisible();
    }

    void chooses(String field, String option) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    void ticks(String box) {
        page.getByLabel(box, new Page.GetByLabelOptions().setExact(true)).check();
    }

    /** What a file says that a button gives. */
    String downloadsWith(String button) {
        Download download = page.waitForDownload(() -> presses(button));
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read out to those who do not see it. */
    void hears(String text) {
        assertThat(page.locator("[aria-live=polite]", new Page.LocatorOptions().setHasText(text)))
                .isAttached();
    }

    void hearsNothing() {
        assertThat(page.locator("[aria-live=polite]")).hasText(new String[] {"", ""});
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void seesNo(String text) {
        assertThat(page.getByText(text, new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    /** The large picture in a dialog of the same title. */
    void clicksPicture(String title) {
        pictureIn(title).click();
    }

    /** Pulls it to the right by so many pixels; returns how far it has moved. */
    double pullsPicture(String title, int pixels) {
        Locator picture = pictureIn(title);
        BoundingBox before = picture.boundingBox();
        double y = before.y + before.height / 2;
        double x = before.x + before.width / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + pixels, y, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        return picture.boundingBox().x - before.x;
    }

    private Locator pictureIn(String title) {
        return dialog(title).getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(title));
    }

    void seesSection(String title) {
        assertThat(page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(title).setExact(true)))
                .isVisible();
    }

    void seesDialog(String title) {
        assertThat(dialog(title)).isVisible();
    }

    void seesNoDialog(String title) {
        assertThat(dialog(title)).not().isVisible();
    }

    private Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    void hasFocusOn(String button) {
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true)))
                .isFocused();
    }

    void hasFocusOnLink(String link) {
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)))
                .isFocused();
    }

    /** The step at which an order is. */
    void seesOrderAt(String step) {
        assertThat(page.locator("[aria-current=step]")).containsText(step);
    }

    void setsQuantity(String product, int quantity) {
        Locator field = quantityOf(product);
        field.fill(String.valueOf(quantity));
        field.press("Enter");
    }

    void hasQuantity(String product, int quantity) {
        assertThat(quantityOf(product)).hasValue(String.valueOf(quantity));
    }

    private Locator quantityOf(String product) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Quantity of " + product));
    }

    /** A picture of the page, and not the drawing that stands for one. */
    void seesPicture() {
        page.waitForFunction(
                "() => [...document.querySelectorAll('main img')].some((image) => image.naturalWidth > 0)");
    }

    /** How many sheets a printer makes of the page. */
    long takesPrint(String name) {
        return Screenshots.print(page, name);
    }

    void seesLanguage(String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    void seesTheme(String theme) {
        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
    }

    void reloads() {
        page.reload();
    }

    /** Reloads while the page waits for an answer, by which time the server has given it. */
    void reloadsOnRequestTo(String address, Duration after) {
        page.waitForRequest(address, page::reload);
        page.evaluate("(millis) => setTimeout(() => location.reload(), millis)", (int) after.toMillis());
        page.waitForRequest(address, () -> {});
    }

    /** Looks at the page on a phone and on a desktop. */
    void takesPictures(String name) {
        Screenshots.take(page, name);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
