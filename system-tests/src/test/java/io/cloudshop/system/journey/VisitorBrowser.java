package io.cloudshop.system.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a visitor's browser is like, and its connection: what a page has to put up with. */
final class VisitorBrowser {

    private final Page page;

    VisitorBrowser(Page page) {
        this.page = page;
    }

    void takesPhone() {
        page.setViewportSize(Screenshots.PHONE.width(), Screenshots.PHONE.height());
    }

    void hasScreen(int width) {
        page.setViewportSize(width, Screenshots.DESKTOP.height());
    }

    /** The next request to an address gets through, but its answer arrives with another status. */
    void hearsOnce(String address, int status) {
        page.route(
                address,
                route -> route.fulfill(
                        new Route.FulfillOptions().setResponse(route.fetch()).setStatus(status)),
                new Page.RouteOptions().setTimes(1));
    }

    /** From now on the clock of the browser, in all its tabs, can be put forward. */
    void wearsWatch() {
        page.context().clock().install();
    }

    /** Shuts the lid: the clock of the browser goes on, what is due in its tabs happens when the lid is opened again. */
    void sleeps(Duration time) {
        page.context().clock().fastForward(time.toMillis());
    }

    /** Answers take their time from now on. */
    void hasSlowConnection(Duration latency) {
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", slow(latency));
    }

    /** From now on, as who has told the browser so. */
    void readsTextOf(String size) {
        page.addInitScript(
                "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '" + size + "')");
    }

    /** How often any tab has asked for the next token since. */
    AtomicInteger countsRefreshes() {
        AtomicInteger count = new AtomicInteger();
        page.context().onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/api/v1/auth/refresh")) {
                count.incrementAndGet();
            }
        });
        return count;
    }

    /** Its session is one that the server does not know. */
    void losesCookies() {
        page.context().clearCookies();
    }

    void prefersReducedMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    void prefers(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    void goesOffline() {
        page.context().setOffline(true);
    }

    void comesOnline() {
        page.context().setOffline(false);
    }

    /** Waits until the browser has the shop for when there is no connection, and what was read at these addresses. */
    void keeps(String... paths) {
        new KeptPages(page).awaitAll(List.of(paths));
    }

    /** Waits until the browser has nothing more of what was read at this address. */
    void forgets(String path) {
        new KeptPages(page).awaitWithout(path);
    }

    /** The paths of all that the browser keeps for when there is no connection. */
    List<String> kept() {
        return new KeptPages(page).paths();
    }

    private static JsonObject slow(Duration latency) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latency.toMillis());
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        return conditions;
    }
}
