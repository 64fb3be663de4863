package io.cloudshop.products.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.products.testing.ProductsTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.JDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class RetriedTransactionTest {

    @Inject
    RetriedTransaction transaction;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void a_transaction_that_the_database_sacrificed_runs_again(String state) {
        String result = transaction.call(() -> {
            failUntilAttempt(3, state);
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void every_attempt_is_a_transaction_of_its_own() {
        List<Object> seen = new ArrayList<>();

        transaction.call(() -> {
            seen.add(transactions.getTransactionKey());
            return failUntilAttempt(3, "40001");
        });

        assertThat(seen).hasSize(3).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void it_gives_up_after_three_retries() {
        assertThatThrownBy(() -> transaction.call(() -> failUntilAttempt(100, "40P01")))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(attempts).hasValue(4);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"23505", "57014"})
    void every_other_failure_is_final(String state) {
        assertThatThrownBy(() -> transaction.call(() -> failUntilAttempt(100, state)))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(attempts).hasValue(1);
    }

    private Void failUntilAttempt(int attempt, String state) {
        if (attempts.incrementAndGet() < attempt) {
            throw new IllegalStateException(new JDBCException("no", new SQLException("no", state)));
        }
        return null;
    }
}
