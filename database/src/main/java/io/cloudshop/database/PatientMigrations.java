package io.cloudshop.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * Migrates with patience: waits for another replica that does the same, and begins anew where a lock was not to be had
 * within {@code lock_timeout}. It does so where Flyway is configured, since nothing else runs before Hibernate checks the
 * schema; Quarkus' own migration then finds nothing to do.
 */
@ApplicationScoped
class PatientMigrations implements FlywayConfigurationCustomizer {

    private static final Logger LOG = Logger.getLogger(PatientMigrations.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final MigrationSettings settings;

    PatientMigrations(MigrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        // One try a second.
        configuration.lockRetryCount((int) settings.othersTakeAtMost().toSeconds());
        int attempt = 1;
        while (!migrated(configuration, attempt)) {
            pause();
            attempt++;
        }
    }

    private boolean migrated(FluentConfiguration configuration, int attempt) {
        try {
            configuration.load().migrate();
            return true;
        } catch (FlywayException e) {
            if (attempt >= settings.attempts() || !isLockTimeout(e)) {
                throw e;
            }
            LOG.warnf("A migration did not get its lock, attempt %d of %d", attempt, settings.attempts());
            return false;
        }
    }

    private void pause() {
        long whole = settings.pause().toMillis();
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for a lock", stopped);
        }
    }

    private static boolean isLockTimeout(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState()));
    }
}
