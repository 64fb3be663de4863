package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What k8s/components/backup does with dumps. PostgreSQL's programs are played by scripts that note their calls: the ones of
 * version 17 are on few machines that build.
 */
class BackupScriptsTest {

    private static final String DUMPS =
            "for option; do case $option in --file=*) echo data >\"${option#--file=}\" ;; esac; done";

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Assumptions.assumeTrue(
                Tool.isInstalled("sha256sum"), "The backup's scripts are not tried: sha256sum is missing.");
        Files.createDirectories(folder.resolve("backups"));
        for (String database : List.of("auth", "products", "orders", "superuser")) {
            Path password = folder.resolve("passwords").resolve(database).resolve("password");
            Files.createDirectories(password.getParent());
            Files.writeString(password, "of " + database);
        }
        program("pg_dump", DUMPS);
        Stream.of("pg_restore", "dropdb").forEach(name -> program(name, ":"));
        program("psql", "case $* in *--command=*) ;; *) sed 's/^/stdin: /' >>" + folder.resolve("calls") + " ;; esac");
    }

    @Test
    void every_database_is_dumped_by_its_owner_with_a_checksum() {
        assertThat(dump(2).exitCode()).isZero();

        assertThat(calls()).contains("of auth pg_dump --no-password --username=auth --dbname=auth");
        assertThat(backups()).hasSize(6).noneMatch(name -> name.endsWith(".part"));
        assertThat(backups().stream().filter(name -> name.endsWith(".sha256"))).hasSize(3);
    }

    @Test
    void the_newest_are_kept() {
        Stream.of("20260101T020000Z", "20260102T020000Z").forEach(time -> old("orders-" + time));

        dump(2);

        assertThat(backups())
                .contains("orders-20260102T020000Z.dump", "orders-20260102T020000Z.dump.sha256")
                .noneMatch(name -> name.startsWith("orders-20260101"));
    }

    @Test
    void a_dump_that_fails_is_seen_and_costs_no_old_one() {
        Stream.of("20260101T020000Z", "20260102T020000Z").forEach(time -> old("orders-" + time));
        program("pg_dump", DUMPS + "; case $* in *products*) exit 1 ;; esac");

        Tool.Run run = dump(1);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("not dumped: products");
        assertThat(backups())
                .contains("orders-20260101T020000Z.dump")
                .noneMatch(name -> name.startsWith("products-") && name.endsWith(".sha256"))
                .anyMatch(name -> name.startsWith("orders-") && !name.contains("-202601") && name.endsWith(".sha256"));
    }

    @Test
    void a_dump_that_cannot_be_read_does_not_count() {
        program("pg_restore", "exit 1");

        assertThat(dump(1).exitCode()).isEqualTo(1);
        assertThat(backups()).noneMatch(name -> name.endsWith(".sha256"));
    }

    @Test
    void the_newest_dump_is_restored_beside_the_database_that_serves() {
        Stream.of("20260101T020000Z", "20260102T020000Z").forEach(time -> old("orders-" + time));

        Tool.Run run = restore("DATABASE=orders");

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("restored orders from orders-20260102T020000Z.dump");
        assertThat(calls())
                .containsPattern(
                        "of superuser pg_restore .*--single-transaction --dbname=orders_restored_\\S+ orders-20260102");
    }

    @Test
    void a_damaged_dump_is_refused_before_anything_happens() throws IOException {
        old("orders-20260101T020000Z");
        Files.writeString(folder.resolve("backups/orders-20260101T020000Z.dump"), "damaged");

        assertThat(restore("DATABASE=orders").exitCode()).isNotZero();
        assertThat(calls()).isEmpty();
    }

    @Test
    void a_restore_that_fails_leaves_the_database_open() {
        old("orders-20260101T020000Z");
        program("pg_restore", "exit 1");

        assertThat(restore("DATABASE=orders").exitCode()).isEqualTo(1);
        assertThat(calls())
                .containsPattern("dropdb .*orders_restored_")
                .contains("stdin: ALTER DATABASE :\"role\" ALLOW_CONNECTIONS true;");
    }

    @Test
    void only_our_databases_are_restored() {
        assertThat(restore("DATABASE=template1").exitCode()).isEqualTo(2);
        assertThat(restore().exitCode()).isEqualTo(2);
    }

    private Tool.Run dump(int keep) {
        return run("dump.sh", "KEEP=" + keep);
    }

    private Tool.Run restore(String... environment) {
        return run("restore.sh", environment);
    }

    private Tool.Run run(String script, String... environment) {
        Stream<String> command = Stream.of(
                        Stream.of("env", "PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH")),
                        Stream.of("BACKUPS=" + folder.resolve("backups"), "PASSWORDS=" + folder.resolve("passwords")),
                        Stream.of("PGHOST=postgresql", "PGUSER=postgres"),
                        Stream.of(environment),
                        Stream.of(
                                "sh",
                                Repository.root()
                                        .resolve("k8s/components/backup")
                                        .resolve(script)
                                        .toString()))
                .flatMap(parts -> parts);
        return Tool.tryRun(folder, command.toArray(String[]::new));
    }

    private void program(String name, String body) {
        Path file = folder.resolve("bin").resolve(name);
        String text = """
                #!/bin/sh
                echo "$PGPASSWORD %s $*" >>%s
                %s
                """;
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.formatted(name, folder.resolve("calls"), body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void old(String name) {
        try {
            Files.writeString(folder.resolve("backups").resolve(name + ".dump"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tool.run(folder.resolve("backups"), "sh", "-c", "sha256sum " + name + ".dump >" + name + ".dump.sha256");
    }

    private List<String> backups() {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String calls() {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Repository.text(calls) : "";
    }
}
