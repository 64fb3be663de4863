package io.cloudshop.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The filling of an index, at whose end something can happen that a test wants to happen in the middle of a rebuild. */
@Alternative
@Priority(1)
@Singleton
class StoppableFilling extends IndexFilling {

    private static final AtomicInteger STOPS = new AtomicInteger();
    private static final AtomicInteger BEGINNINGS = new AtomicInteger();
    private static volatile Runnable afterwards = () -> {};
    private static volatile boolean isSet;

    StoppableFilling(ProductDocuments products, PatientWriter writer, SearchSettings settings) {
        super(products, writer, settings);
    }

    /** What happens when the documents are written, and nothing is compared or published yet. */
    static void afterwards(Runnable event) {
        STOPS.set(0);
        BEGINNINGS.set(0);
        afterwards = event;
        isSet = true;
    }

    static void reset() {
        afterwards = () -> {};
        isSet = false;
    }

    /** It happened, and did not throw. */
    static void assertStopped() {
        assertThat(STOPS).hasPositiveValue();
    }

    /** It is happening, or has happened. */
    static void assertBegun() {
        assertThat(BEGINNINGS).hasPositiveValue();
    }

    @Override
    Progress fill(Consumer<Progress> sign) {
        Progress done = super.fill(sign);
        if (isSet) {
            BEGINNINGS.incrementAndGet();
            afterwards.run();
            STOPS.incrementAndGet();
        }
        return done;
    }
}
