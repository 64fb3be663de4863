package io.cloudshop.products.transaction;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.hibernate.JDBCException;

/**
 * Runs work in a transaction of its own, again from the start when the database sacrificed it to another one. Each attempt
 * is a call of another bean, because on one method the transaction would be around the retries.
 */
@ApplicationScoped
public class RetriedTransaction {

    private final OwnTransaction transaction;

    RetriedTransaction(OwnTransaction transaction) {
        this.transaction = transaction;
    }

    @Retry(maxRetries = 3, delay = 10, jitter = 10)
    @ExponentialBackoff
    @RetryWhen(exception = WasSacrificed.class)
    public <T> T call(Supplier<T> work) {
        return transaction.call(work);
    }

    /** Whether PostgreSQL ended a transaction for the sake of others: a serialization failure or a deadlock. */
    public static final class WasSacrificed implements Predicate<Throwable> {

        private static final Set<String> STATES = Set.of("40001", "40P01");

        /** Public, like the class: the retry makes one by reflection. */
        public WasSacrificed() {}

        @Override
        public boolean test(Throwable failure) {
            return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof JDBCException failed
                            && failed.getSQLState() != null
                            && STATES.contains(failed.getSQLState()));
        }
    }
}
