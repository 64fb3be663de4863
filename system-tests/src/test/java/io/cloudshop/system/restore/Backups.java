package io.cloudshop.system.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.shop.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scripts of {@code k8s/components/backup} as their Jobs run them, on a server of this machine. */
final class Backups {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path SCRIPTS =
            Path.of(System.getProperty("cloudshop.root")).resolve("k8s/components/backup");

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
    }

    void take() {
        run("dump.sh", Map.of("KEEP", "14"));
    }

    void restore(String database) {
        assertThat(run("restore.sh", Map.of("DATABASE", database)))
                .contains("restored " + database + " from " + database + "-");
    }

    /** What it printed. */
    private String run(String script, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        Command.Result result = Command.run(
                folder, all, LIMIT, List.of("sh", SCRIPTS.resolve(script).toString()));
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
