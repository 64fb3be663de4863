package io.cloudshop.products.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The files in {@code resources/search} by which merchandisers say what words mean. Lines that begin with # are theirs. */
final class WordFile {

    private WordFile() {}

    static List<String> lines(String name) {
        try (InputStream file = WordFile.class.getResourceAsStream("/search/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** What stands between the commas of a line. */
    static List<String> entries(String line) {
        return Arrays.stream(line.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
