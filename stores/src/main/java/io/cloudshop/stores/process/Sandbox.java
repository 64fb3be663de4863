package io.cloudshop.stores.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A directory for a store's data together with the user who may write there. Where that user cannot reach the wanted
 * place, as under root's home, the directory lies under {@code /var/tmp} and the wanted place is a link to it.
 */
public final class Sandbox {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final RunAs runAs;
    private final Path directory;

    private Sandbox(RunAs runAs, Path directory) {
        this.runAs = runAs;
        this.directory = directory;
    }

    /** A sandbox at the wanted place, for the user who fits this machine. */
    public static Sandbox at(Path wanted) {
        return at(wanted, RunAs.detect());
    }

    /** A sandbox at the wanted place, for a given user. Creates the directory, keeps what is in it. */
    public static Sandbox at(Path wanted, RunAs runAs) {
        try {
            return new Sandbox(runAs, place(wanted.toAbsolutePath().normalize(), runAs));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + wanted + " for data", e);
        }
    }

    /** Removes the data at that place, wherever it really lies. */
    public static void remove(Path wanted) {
        try {
            if (Files.exists(wanted)) {
                run("rm", "-rf", wanted.toRealPath().toString());
            }
            Files.deleteIfExists(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + wanted, e);
        }
    }

    /** A part of this sandbox for one store, of the same user. */
    public Sandbox within(String name) {
        return new Sandbox(runAs, directory(name));
    }

    /** The real directory, writable for the store. */
    public Path directory() {
        return directory;
    }

    /** A directory inside, created where absent, and writable for the store. */
    public Path directory(String name) {
        try {
            Path child = Files.createDirectories(directory.resolve(name));
            own(child, runAs);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the sandbox's user own a file. */
    public void handOver(Path file) {
        try {
            own(file, runAs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a command as the sandbox's user. */
    public Process start(Command command) {
        return Processes.start(command, runAs);
    }

    /** The given file tree where the sandbox's user can read it: itself, or a copy. */
    public Path readable(Path tree) {
        Path absolute = tree.toAbsolutePath().normalize();
        if (runAs.succeeds("test", "-r", absolute.toString(), "-a", "-x", absolute.toString())) {
            return absolute;
        }
        Path copy = spare(absolute);
        if (!Files.exists(copy)) {
            run("cp", "-rL", "--preserve=mode,timestamps", absolute.toString(), copy + ".part");
            run("chmod", "-R", "a+rX", copy + ".part");
            run("mv", copy + ".part", copy.toString());
        }
        return copy;
    }

    private static Path place(Path wanted, RunAs runAs) throws IOException {
        if (Files.isSymbolicLink(wanted) && !Files.exists(wanted)) {
            Files.delete(wanted);
        }
        Files.createDirectories(wanted.getParent());
        if (!Files.exists(wanted)) {
            Files.createDirectory(wanted, OWNER_ONLY);
        }
        Path real = wanted.toRealPath();
        own(real, runAs);
        if (runAs.succeeds("test", "-w", real.toString(), "-a", "-x", real.toString())) {
            return real;
        }
        Path spare = spare(wanted);
        // Only the link says that what lies there is ours: without it, it belonged to an installation that is gone.
        run("rm", "-rf", spare.toString());
        run("mv", real.toString(), spare.toString());
        Files.deleteIfExists(wanted);
        Files.createSymbolicLink(wanted, spare);
        return spare;
    }

    private static Path spare(Path wanted) throws UncheckedIOException {
        return Path.of("/var/tmp", "cloudshop-" + fingerprint(wanted));
    }

    private static String fingerprint(Path path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((System.getProperty("user.name") + path).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void own(Path tree, RunAs runAs) throws IOException {
        String uid = runAs.fileOwner().map(owner -> owner.split(":")[0]).orElse(null);
        if (uid != null
                && !uid.equals(String.valueOf(Files.getAttribute(tree, "unix:uid", LinkOption.NOFOLLOW_LINKS)))) {
            run("chown", "-R", runAs.fileOwner().orElseThrow(), tree.toString());
        }
    }

    private static void run(String... line) {
        if (!Processes.succeeds(List.of(line))) {
            throw new IllegalStateException("Failed: " + String.join(" ", line));
        }
    }
}
