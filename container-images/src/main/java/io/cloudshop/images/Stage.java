package io.cloudshop.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service's packaged files, split into what changes rarely and what changes with every commit, each an image layer.
 * All have the same modification time: layers of one commit are then equal, and an AOT cache, which remembers the times
 * of the jars it was made from, fits the image.
 *
 * @param directory holds {@code dependencies}, {@code application} and {@code app}, which is both together
 */
public record Stage(Path directory) {

    /** One second after the epoch: what Jib gives files, and what is not zero, which some tools take for unknown. */
    public static final Instant TIME = Instant.ofEpochSecond(1);

    private static final String OURS = "io.cloudshop.";
    /** Hibernate's proxies are made by the build; the nine megabytes that made them have nothing to do at run time. */
    private static final String UNUSED = "net.bytebuddy.byte-buddy-";

    /** Stages {@code target/quarkus-app} of a service. */
    public static Stage of(Path checkout, String service, Path stages) {
        Stage stage = new Stage(stages.resolve(service));
        Path packaged = checkout.resolve(service).resolve("target/quarkus-app");
        if (!Files.exists(packaged.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException("There is no " + packaged + ": build it with `mvn package`.");
        }
        try {
            delete(stage.directory);
            for (Path file : files(packaged)) {
                stage.add(packaged.relativize(file), file);
            }
            stage.writeOptions("# No AOT cache\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stage;
    }

    public Path dependencies() {
        return directory.resolve("dependencies");
    }

    public Path application() {
        return directory.resolve("application");
    }

    /** Everything, as it stands in the image below {@code /app}. */
    public Path app() {
        return directory.resolve("app");
    }

    /** The last layer: the AOT cache, once a training run left one here, and the option that reads it. */
    public Path cache() {
        return directory.resolve("cache");
    }

    /** Lets the JVM read the cache. It is the one that a training run left, and without one there is nothing to read. */
    public void useCache() throws IOException {
        writeOptions("""
                -XX:AOTCache=/app/app.aot
                # Where it was made for, if that address is free: elsewhere every pointer in it has to be changed first.
                -XX:+UnlockDiagnosticVMOptions
                -XX:ArchiveRelocationMode=0
                """);
    }

    private void writeOptions(String text) throws IOException {
        Path options = Files.createDirectories(cache()).resolve("aot.options");
        Files.writeString(options, text);
        Files.setLastModifiedTime(options, FileTime.from(TIME));
    }

    private void add(Path name, Path file) throws IOException {
        if (name.getFileName().toString().startsWith(UNUSED)) {
            return;
        }
        boolean isDependency =
                name.startsWith("lib") && !name.getFileName().toString().startsWith(OURS);
        place(file, (isDependency ? dependencies() : application()).resolve(name));
        place(file, app().resolve(name));
    }

    private static void place(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        Files.setLastModifiedTime(target, FileTime.from(TIME));
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
