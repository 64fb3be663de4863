package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Searching.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.cloudshop.testing.LogRecords;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ProductsTest
class ProductIndexTest {

    @Inject
    ProductIndex index;

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
        eventually(() -> assertThat(index.isReady()).isTrue());
    }

    @Test
    void what_keeps_the_index_from_being_used_is_logged_once_however_often_it_is_tried() {
        eventually(() -> assertThat(index.isReady()).isTrue());
        // An outage before this test may be the last that was complained about.
        index.check();

        try (LogRecords log = LogRecords.watch()) {
            SearchEngine.cut();
            index.doubt();
            for (int i = 0; i < 5; i++) {
                index.check();
            }

            assertThat(log.of(ProductIndex.class).stream()
                            .filter(line -> line.getLevel().intValue() == Level.WARNING.intValue())
                            .map(line -> Arrays.toString(line.getParameters())))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void an_engine_that_is_away_is_no_reason_to_make_its_index_anew() {
        eventually(() -> assertThat(index.isReady()).isTrue());
        SearchEngine.cut();

        index.check();

        assertThat(index.isReady()).as("the circuit sees to searches").isTrue();
    }
}
