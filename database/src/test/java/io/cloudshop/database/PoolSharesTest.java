package io.cloudshop.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PoolSharesTest {

    private final PoolShares shares =
            new PoolShares().add(16, "checkouts (cloudshop.checkout.at-once)").add(4, "recovery");

    @Test
    void what_fits_fits_to_the_last_connection() {
        assertThatCode(() -> shares.mustFit(20)).doesNotThrowAnyException();
    }

    @Test
    void what_does_not_fit_is_refused_with_a_sentence_that_says_what_to_change() {
        assertThatThrownBy(() -> shares.mustFit(19))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "A pool of 19 connections is too small: raise quarkus.datasource.jdbc.max-size to 20 or lower"
                                + " one of [16 for checkouts (cloudshop.checkout.at-once), 4 for recovery].");
    }
}
