package io.cloudshop.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;

/** Somebody in front of a browser, who finds things by what is written on them. */
final class Visitor implements AutoCloseable {

    private final Page page;
    private final Complaints complaints;

    Visitor(Page page) {
        this.page = page;
        this.complaints = new Complaints(page);
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

    void takesPhone() {
        page.setViewportSize(Screenshots.PHONE.width(), Screenshots.PHONE.height());
    }

    void opens(String path) {
        page.navigate(path);
    }

    void searchesFor(String words) {
        page.getByRole(AriaRole.SEARCHBOX).fill(words);
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        seesTitle("Results for “" + words + "”");
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

    /** On the page of the login, which leads on to where it was asked for. */
    void identifiesAs(Customer customer) {
        fills("Email address", customer.email());
        fills("Password", customer.password());
        presses("Log in");
    }

    void goesToCheckout() {
        follows("Go to checkout");
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

    /** The next request to an address gets through, but its answer arrives with another status. */
    void hearsOnce(String address, int status) {
        page.route(
                address,
                route -> route.fulfill(
                        new Route.FulfillOptions().setResponse(route.fetch()).setStatus(status)),
                new Page.RouteOptions().setTimes(1));
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

    void follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    void seesTitle(String title) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(title);
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
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

    /** Looks at the page on a phone and on a desktop. */
    void takesPictures(String name) {
        Screenshots.take(page, name);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
