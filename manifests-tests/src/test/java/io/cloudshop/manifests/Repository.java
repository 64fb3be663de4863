package io.cloudshop.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout that these tests look at. */
final class Repository {

    private Repository() {}

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("k8s/base")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no k8s/base above the working directory"));
    }

    static String text(String path) {
        return text(root().resolve(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one version, that of the POM. */
    static String version() {
        return Pattern.compile("<revision>(.+)</revision>")
                .matcher(text("pom.xml"))
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Regular files below a folder of the repository, in order. */
    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(root().resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
