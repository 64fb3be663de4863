package io.cloudshop.system.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine, driven by Playwright, which downloads none. */
final class Chromium implements AutoCloseable {

    static final String MISSING = "No Chromium is installed (chromium, chromium-browser or google-chrome on the PATH), "
            + "so nobody walked through the shop with a browser.";

    private static final List<String> FLAGS = List.of(
            // A container that refuses user namespaces has no sandbox to offer, and root may not have one.
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Playwright playwright;
    private final Browser browser;

    Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
    }

    static Optional<Path> installed() {
        return Programs.find("chromium", "chromium-browser", "google-chrome");
    }

    /** Somebody who was never there before: no session, no memory. */
    Visitor visitorOf(LocalShop shop) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(shop.url())
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(Screenshots.DESKTOP.width(), Screenshots.DESKTOP.height());
        return new Visitor(browser.newContext(options).newPage());
    }

    @Override
    public void close() {
        playwright.close();
    }
}
