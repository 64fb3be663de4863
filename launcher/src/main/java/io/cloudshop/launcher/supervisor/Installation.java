package io.cloudshop.launcher.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** The checkout, and the home of what its shop keeps: data, keys, logs. */
public record Installation(Path root, Path home) {

    private static final Duration FIRST_STATE_LIMIT = Duration.ofSeconds(5);

    /** The checkout and the home that the launcher script named. */
    public static Installation current() {
        Path root = Path.of(System.getProperty("cloudshop.root", ""));
        String home = System.getProperty("cloudshop.home");
        return home == null ? at(root) : at(root, Path.of(home));
    }

    /** A checkout with its home where it usually is. */
    public static Installation at(Path root) {
        return at(root, root.resolve(".cloudshop"));
    }

    /** Creates the directories that are missing. */
    public static Installation at(Path root, Path home) {
        Installation installation = new Installation(
                root.toAbsolutePath().normalize(), home.toAbsolutePath().normalize());
        try {
            Files.createDirectories(installation.logs());
            Files.createDirectories(
                    installation.keys(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path keys() {
        return home.resolve("keys");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    public Path supervisorLog() {
        return log("supervisor");
    }

    /** Where a developer says that a service runs in dev mode. */
    Replacement replacement(String service) {
        return new Replacement(home.resolve("dev").resolve(service + ".pid"));
    }

    /** Whether this is the home that a checkout has by itself. */
    boolean isUsual() {
        return home.equals(root.resolve(".cloudshop"));
    }

    /** What Prometheus and Alertmanager remember; kept where the stores begin anew. */
    Path monitoring() {
        return home.resolve("monitoring");
    }

    public Path secrets() {
        return home.resolve("secrets.env");
    }

    public Path lock() {
        return home.resolve("lock");
    }

    public StateFile state() {
        return new StateFile(home.resolve("state.json"));
    }

    /** Whether a supervisor of this checkout is alive. */
    public boolean isRunning() {
        return InstallationLock.isHeld(lock());
    }

    /** What the living supervisor says; nothing if there is none. */
    public Optional<StackState> runningState() {
        long deadline = System.nanoTime() + FIRST_STATE_LIMIT.toNanos();
        while (isRunning()) {
            Optional<StackState> current = state().read().filter(StackState::isCurrent);
            if (current.isPresent()) {
                return current;
            }
            // It has just begun, and the file is its predecessor's.
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The supervisor does not say how it is: see " + supervisorLog());
            }
            Thread.yield();
        }
        return Optional.empty();
    }
}
