package io.cloudshop.system.shop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The fault points of orders-api, as files in a folder that all replicas look into: a test cannot know which of them gets
 * to a point, since an order that one of them cannot go on with is finished by another.
 */
public final class Faults {

    private static final Duration REACHED_WITHIN = Duration.ofSeconds(30);

    private final Path folder;

    Faults(Path folder) {
        this.folder = folder;
    }

    /** The first replica that gets there ends, as by {@code kill -9}; the others do not. */
    public void haltAt(String point) {
        write(folder.resolve(point), "halt");
    }

    /** Whoever gets there waits until {@link #clear}. */
    public void pauseAt(String point) {
        write(folder.resolve(point), "pause");
    }

    public boolean isReached(String point) {
        return Files.exists(folder.resolve(point + ".reached"));
    }

    public void awaitReached(String point) {
        await("fault point " + point)
                .atMost(REACHED_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isReached(point));
    }

    public void clear() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under another name first, so that nobody reads half a word. */
    private static void write(Path file, String action) {
        try {
            Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), action);
            Files.move(part, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
