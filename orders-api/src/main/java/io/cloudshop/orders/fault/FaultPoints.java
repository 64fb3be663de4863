package io.cloudshop.orders.fault;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Places where a test may stop the process at the worst moment. A file named after the point in the configured folder
 * says what happens there: {@code halt} ends the process as kill -9 would, {@code pause} waits until the file is gone.
 * Replicas may share the folder: whoever gets there pauses, and exactly one, the first, is halted. Without the folder a
 * point is one branch; the prod profile refuses to start with it.
 */
@ApplicationScoped
public class FaultPoints {

    private static final Logger LOG = Logger.getLogger(FaultPoints.class);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Optional<Path> folder;

    FaultPoints(FaultSettings settings) {
        this.folder = settings.folder();
    }

    void refuseInProduction(@Observes StartupEvent event) {
        if (folder.isPresent() && ConfigUtils.isProfileActive(LaunchMode.NORMAL.getDefaultProfile())) {
            throw new IllegalStateException(
                    "cloudshop.faults.folder is for tests: the prod profile does not start with it.");
        }
    }

    /** Does what a test wants done at this point, once; nothing otherwise. */
    public void at(String point) {
        folder.map(path -> path.resolve(point)).filter(Files::exists).ifPresent(FaultPoints::obey);
    }

    private static void obey(Path order) {
        try {
            String action = Files.readString(order).strip();
            Files.writeString(order.resolveSibling(order.getFileName() + ".reached"), action);
            LOG.warnf("Fault point %s: %s", order.getFileName(), action);
            if (!"halt".equals(action)) {
                waitWhileItExists(order);
            } else if (Files.deleteIfExists(order)) {
                Runtime.getRuntime().halt(137);
            }
        } catch (NoSuchFileException takenBack) {
            LOG.debugf("Fault point %s was taken back by the test, or taken by another replica", order.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitWhileItExists(Path order) {
        long giveUp = System.nanoTime() + LONGEST_PAUSE_NANOS;
        while (Files.exists(order) && System.nanoTime() < giveUp) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
