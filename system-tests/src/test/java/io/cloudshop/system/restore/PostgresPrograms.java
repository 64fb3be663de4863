package io.cloudshop.system.restore;

import io.cloudshop.system.shop.Command;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's own programs for dumps and restores, of the server's version: the embedded server comes without them. */
final class PostgresPrograms {

    private static final String VERSION = "17.";
    /** Debian's place, and Homebrew's two. */
    private static final List<String> USUAL = List.of(
            "/usr/lib/postgresql/17/bin", "/opt/homebrew/opt/postgresql@17/bin", "/usr/local/opt/postgresql@17/bin");

    private PostgresPrograms() {}

    /** The folder that they are in. */
    static Optional<Path> folder() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), USUAL.stream())
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("pg_dump")))
                .filter(PostgresPrograms::fits)
                .findFirst();
    }

    private static boolean fits(Path folder) {
        List<String> version = List.of(folder.resolve("pg_dump").toString(), "--version");
        return Command.run(Path.of("."), Map.of(), Duration.ofSeconds(10), version)
                .output()
                .contains(" " + VERSION);
    }
}
