package io.cloudshop.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The passwords of one installation: made on the first start, kept in a file that only its owner can read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final Map<String, String> values;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static Secrets in(Path file) {
        try {
            return new Secrets(file, Files.exists(file) ? parse(file) : new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of that name; a new one is written down before it is used. */
    synchronized String get(String name) {
        return values.computeIfAbsent(name, this::create);
    }

    private String create(String name) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String value = HexFormat.of().formatHex(secret);
        Map<String, String> all = new TreeMap<>(values);
        all.put(name, value);
        write(all);
        return value;
    }

    private void write(Map<String, String> all) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, all.entrySet().stream().map(Map.Entry::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parse(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second, TreeMap::new));
    }
}
