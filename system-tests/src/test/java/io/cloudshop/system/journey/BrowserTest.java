package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test in a real browser: every test has a visitor who was never there before and nothing to complain about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    private final LocalShop shop;

    private Chromium chromium;
    private Visitor visitor;

    BrowserTest(LocalShop shop) {
        this.shop = shop;
    }

    LocalShop shop() {
        return shop;
    }

    Visitor visitor() {
        return visitor;
    }

    @BeforeAll
    void startChromium() {
        assumeTrue(Chromium.installed().isPresent(), Chromium.MISSING);
        shop.awaitIndex();
        chromium = new Chromium(Chromium.installed().orElseThrow());
    }

    @AfterAll
    void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void arrive() {
        visitor = chromium.visitorOf(shop);
    }

    @AfterEach
    void leave() {
        visitor.close();
        assertThat(visitor.complaints()).isEmpty();
    }
}
