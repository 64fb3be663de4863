package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The scripts of k8s/components/backup with a key pair, a volume and a scratch folder of their own. PostgreSQL's programs are
 * played by scripts that note their calls: the ones of version 17 are on few machines that build.
 */
record BackupScripts(Path folder) {

    static final String DUMPS =
            "for option; do case $option in --file=*) echo data >\"${option#--file=}\" ;; esac; done";
    /** pg_restore, of what it is to restore or to read through. */
    private static final String READS = "for last; do :; done; sed 's/^/read: /' \"$last\" >>";

    BackupScripts {
        Assumptions.assumeTrue(
                Stream.of("sha256sum", "gpg", "openssl").allMatch(Tool::isInstalled),
                "The backup's scripts are not tried: sha256sum, gpg or openssl is missing.");
        Tool.run(
                Repository.root(),
                "bash",
                "k8s/secrets/make.sh",
                "dev",
                folder.resolve("keys").toString());
        Stream.of("backups", "scratch").forEach(name -> create(folder.resolve(name)));
        for (String database : List.of("auth", "products", "orders", "superuser")) {
            write(folder.resolve("passwords").resolve(database).resolve("password"), "of " + database);
        }
        program(folder, "pg_dump", DUMPS);
        program(folder, "pg_restore", READS + folder.resolve("calls"));
        program(folder, "dropdb", ":");
        program(
                folder,
                "psql",
                "case $* in *--command=*) ;; *) sed 's/^/stdin: /' >>" + folder.resolve("calls") + " ;; esac");
    }

    Path publicKey() {
        return folder.resolve("keys/postgresql-backup-public.asc");
    }

    Tool.Run dump() {
        return run("dump.sh", "KEEP_DAYS=7", "KEEP_WEEKS=4");
    }

    Tool.Run restore(String... environment) {
        return run("restore.sh", environment);
    }

    private Tool.Run run(String script, String... environment) {
        Stream<String> command = Stream.of(
                        Stream.of("env", "PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH")),
                        Stream.of("BACKUPS=" + folder.resolve("backups"), "PASSWORDS=" + folder.resolve("passwords")),
                        Stream.of("RECIPIENT=" + publicKey(), "SCRATCH=" + folder.resolve("scratch")),
                        Stream.of("KEY=" + folder.resolve("keys/postgresql-backup-private.asc")),
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

    /** Plays a program from now on. */
    void program(String name, String body) {
        program(folder, name, body);
    }

    private static void program(Path folder, String name, String body) {
        Path file = folder.resolve("bin").resolve(name);
        write(file, """
                #!/bin/sh
                echo "$PGPASSWORD %s $*" >>%s
                %s
                """.formatted(name, folder.resolve("calls"), body));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A dump of an earlier time, such as {@code orders-20260101T020000Z}. */
    void old(String name) {
        write(folder.resolve("backups").resolve(name + ".dump.gpg"), name);
        Tool.run(
                folder.resolve("backups"), "sh", "-c", "sha256sum " + name + ".dump.gpg >" + name + ".dump.gpg.sha256");
    }

    List<String> backups() {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String calls() {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Repository.text(calls) : "";
    }

    private static void write(Path file, String text) {
        create(file.getParent());
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
