package io.cloudshop.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.testing.LogRecords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class ProductIndexTest {

    private final Deque<String> troubles = new ArrayDeque<>();
    private final ProductIndex index = new ProductIndex(new TroubledPreparation());

    @Test
    void what_keeps_the_index_from_being_used_is_logged_once_however_often_it_is_tried() {
        troubles.addAll(List.of("refused", "refused", "refused", "timeout", "timeout"));

        try (LogRecords log = LogRecords.watch()) {
            while (!index.isReady()) {
                index.prepareUntilReady();
            }

            assertThat(log.of(ProductIndex.class).stream()
                            .filter(line -> line.getLevel().intValue() == Level.WARNING.intValue()))
                    .hasSize(2);
        }
    }

    @Test
    void an_index_that_is_ready_is_left_alone() {
        index.prepareUntilReady();
        assertThat(index.isReady()).isTrue();
        troubles.add("refused");

        index.prepareUntilReady();

        assertThat(troubles).hasSize(1);
    }

    /** Has its troubles one after the other, then none. */
    private final class TroubledPreparation extends IndexPreparation {

        private TroubledPreparation() {
            super(null, null, null);
        }

        @Override
        void run() {
            if (!troubles.isEmpty()) {
                throw new IllegalStateException(troubles.pop());
            }
        }
    }
}
