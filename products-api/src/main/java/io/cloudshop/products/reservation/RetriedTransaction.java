package io.cloudshop.products.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Runs work in a transaction of its own, again from the start when the database sacrificed it to another one. */
@ApplicationScoped
class RetriedTransaction {

    private static final Logger LOG = Logger.getLogger(RetriedTransaction.class);

    private static final int RETRIES = 3;
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofMillis(20);

    /** SQLSTATE of a serialization failure and of a deadlock. */
    private static final Set<String> SACRIFICED = Set.of("40001", "40P01");

    <T> T call(Callable<T> work) {
        for (int attempt = 0; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                if (attempt == RETRIES || !wasSacrificed(e)) {
                    throw e;
                }
                LOG.infof("Transaction was sacrificed by the database, attempt %d follows", attempt + 2);
                waitABit(attempt, e);
            }
        }
    }

    private static boolean wasSacrificed(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && SACRIFICED.contains(sql.getSQLState()));
    }

    private static void waitABit(int attempt, RuntimeException failure) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_FIRST_WAIT.toMillis() << attempt) + 1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
