package io.cloudshop.launcher.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service needs to run in dev mode beside the local shop, in the file {@code .env} of its module, which Quarkus reads
 * whether Maven or an IDE starts it. Only the profile {@code dev} sees it, and only its owner can read it.
 */
final class DevSettings {

    private static final String HEAD =
            "# Written by ./cloudshop up: addresses and passwords of the local shop, for dev mode.";
    private static final String PROFILE = "_DEV_";

    private DevSettings() {}

    /** Nothing is written for a module that is not there. */
    static void write(Path module, Map<String, String> environment) {
        if (!Files.isDirectory(module)) {
            return;
        }
        List<String> lines = environment.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("QUARKUS_PROFILE"))
                .map(entry -> PROFILE + entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.toList());
        Path file = module.resolve(".env");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, Stream.concat(Stream.of(HEAD), lines.stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
