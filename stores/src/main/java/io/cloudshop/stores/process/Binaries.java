package io.cloudshop.stores.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Server programs that come inside jars, unpacked once a user and version. */
public final class Binaries {

    /** Fills an empty directory with a program. */
    @FunctionalInterface
    public interface Unpacking {
        void into(Path directory, InputStream archive) throws IOException;
    }

    private Binaries() {}

    /** Operating system and processor as the jars name them. */
    public static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    public static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }

    /** The directory of a program, unpacked now if it is not there yet; complete or absent, never half there. */
    public static Path unpacked(String name, String resource, Unpacking unpacking) {
        Path target = cache().resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        try (InputStream archive = Binaries.class.getResourceAsStream("/" + resource)) {
            if (archive == null) {
                throw new IllegalStateException(
                        "There is no " + resource + " on the class path: this platform is not supported.");
            }
            Path part = Files.createTempDirectory(target.getParent(), name + ".part");
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpacking.into(part, archive);
            publish(part, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + resource + " to " + target, e);
        }
    }

    /** Removes a directory with all that is in it; follows no links. */
    public static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publish(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process was faster; its result is the same.
            delete(part);
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    private static Path cache() {
        Optional<Path> configured =
                Optional.ofNullable(System.getenv("CLOUDSHOP_CACHE_DIR")).map(Path::of);
        Path home = Path.of(System.getProperty("user.home"), ".cache", "cloudshop");
        // Root's home is closed to the unprivileged user that the stores may run as.
        Path shared = Path.of("/var/tmp", "cloudshop-" + System.getProperty("user.name"));
        List<Path> choices =
                configured.map(List::of).orElse(Processes.isRoot() ? List.of(shared) : List.of(home, shared));
        return choices.stream()
                .filter(Binaries::isUsable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "None of " + choices + " can be written: set CLOUDSHOP_CACHE_DIR to a directory of yours."));
    }

    private static boolean isUsable(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.isWritable(directory)
                    && Files.getOwner(directory).getName().equals(System.getProperty("user.name"));
        } catch (IOException e) {
            return false;
        }
    }
}
