package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

    /** Somebody else, in a browser of their own; whoever asks for them closes it. */
    Visitor anotherVisitor() {
        return chromium.visitorOf(shop);
    }

    @AfterAll
    void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void arrive() {
        Optional<Path> program = Chromium.installed();
        // Here and not once before all tests, so that each test is reported as skipped.
        assumeTrue(program.isPresent(), Chromium.MISSING);
        if (chromium == null) {
            shop.awaitIndex();
            chromium = new Chromium(program.orElseThrow());
        }
        visitor = chromium.visitorOf(shop);
    }

    @AfterEach
    void leave() {
        if (visitor != null) {
            visitor.close();
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
