package io.cloudshop.products.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Runs work in a transaction of its own, again from the start when the database sacrificed it to another one. */
@ApplicationScoped
class RetriedTransaction {

    @Retry(maxRetries = 3, delay = 10, jitter = 10)
    @ExponentialBackoff
    @RetryWhen(exception = WasSacrificed.class)
    <T> T call(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    /** Whether PostgreSQL ended a transaction for the sake of others: a serialization failure or a deadlock. */
    public static final class WasSacrificed implements Predicate<Throwable> {

        private static final Set<String> STATES = Set.of("40001", "40P01");

        /** Public, like the class: the retry makes one by reflection. */
        public WasSacrificed() {}

        @Override
        public boolean test(Throwable failure) {
            return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && STATES.contains(sql.getSQLState()));
        }
    }
}
