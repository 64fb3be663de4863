package io.cloudshop.system.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.shop.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The scripts of {@code k8s/components/backup} as their Jobs run them, on a server of this machine, with a key pair of
 * {@code k8s/secrets/make.sh}.
 */
final class Backups {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path MANIFESTS =
            Path.of(System.getProperty("cloudshop.root")).resolve("k8s");

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Backups(Path folder, Path programs, DatabaseServer server) {
        this.folder = folder;
        environment.put("PATH", programs + ":" + System.getenv("PATH"));
        environment.put("BACKUPS", write("backups").toString());
        environment.put("PASSWORDS", folder.resolve("passwords").toString());
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", String.valueOf(server.port()));
        environment.put("PGUSER", server.superuser());
        DatabaseServer.DATABASES.forEach(role -> secret(role, server.password()));
        secret("superuser", server.password());
        makeKeys();
    }

    /** Whether this machine has GnuPG. */
    static boolean areEncrypted() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gpg")));
    }

    private void makeKeys() {
        Path keys = write("keys");
        run(List.of("bash", MANIFESTS.resolve("secrets/make.sh").toString(), "dev", keys.toString()), Map.of());
        environment.put(
                "RECIPIENT", keys.resolve("postgresql-backup-public.asc").toString());
        environment.put("KEY", keys.resolve("postgresql-backup-private.asc").toString());
        try {
            // An agent's socket lies there, whose path must be short.
            environment.put("SCRATCH", Files.createTempDirectory("backup").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void take() {
        script("dump.sh", Map.of("KEEP_DAYS", "7", "KEEP_WEEKS", "4"));
    }

    void restore(String database) {
        assertThat(script("restore.sh", Map.of("DATABASE", database)))
                .contains("restored " + database + " from " + database + "-");
    }

    /** The dumps as they lie there. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(file -> file.toString().endsWith(".dump.gpg")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String script(String name, Map<String, String> more) {
        Path script = MANIFESTS.resolve("components/backup").resolve(name);
        return run(List.of("sh", script.toString()), more);
    }

    /** What it printed. */
    private String run(List<String> line, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        Command.Result result = Command.run(folder, all, LIMIT, line);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    private void secret(String role, String password) {
        try {
            Files.writeString(write("passwords/" + role).resolve("password"), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
