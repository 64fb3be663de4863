package io.cloudshop.images;

import static java.util.jar.Attributes.Name.CLASS_PATH;
import static java.util.jar.Attributes.Name.MANIFEST_VERSION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A service's packaged files, split into what changes rarely and what changes with every commit, each an image layer
 * with one jar in place of Quarkus' two hundred. All have the same modification time: layers of one commit are then
 * equal, and an AOT cache, which remembers the times of the jars it was made from, fits the image.
 *
 * @param directory holds {@code dependencies}, {@code application} and {@code app}, which is both together
 */
public record Stage(Path directory) {

    /** One second after the epoch: what Jib gives files, and what is not zero, which some tools take for unknown. */
    public static final Instant TIME = Instant.ofEpochSecond(1);

    private static final String OURS = "io.cloudshop.";
    /** Hibernate's proxies are made by the build; the nine megabytes that made them have nothing to do at run time. */
    private static final String UNUSED = "net.bytebuddy.byte-buddy-";

    private static final String START = "quarkus-run.jar";
    /** Quarkus looks for {@link #SETTINGS} two folders above the jar with its own classes. */
    private static final String LIBRARIES = "lib/main/libraries.jar";

    private static final String SETTINGS = "quarkus/quarkus-application.dat";

    /** Stages {@code target/quarkus-app} of a service. */
    public static Stage of(Path checkout, String service, Path stages) {
        Stage stage = new Stage(stages.resolve(service));
        Path packaged = checkout.resolve(service).resolve("target/quarkus-app");
        if (!Files.exists(packaged.resolve(START))) {
            throw new IllegalStateException("There is no " + packaged + ": build it with `mvn package`.");
        }
        try {
            delete(stage.directory);
            stage.join(packaged);
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

    /**
     * Lets the JVM read the cache. It is the one that a training run left, and without one there is nothing to read.
     *
     * @param options {@code aot.options}
     */
    public void useCache(Path options) throws IOException {
        writeOptions(Files.readString(options));
    }

    private void writeOptions(String text) throws IOException {
        Path options = Files.createDirectories(cache()).resolve("aot.options");
        Files.writeString(options, text);
        Files.setLastModifiedTime(options, FileTime.from(TIME));
    }

    private void join(Path packaged) throws IOException {
        Manifest manifest = manifest(packaged.resolve(START));
        JoinedJar libraries = new JoinedJar();
        JoinedJar application = new JoinedJar();
        for (String name : manifest.getMainAttributes().getValue(CLASS_PATH).split(" ")) {
            Path jar = packaged.resolve(name);
            String file = jar.getFileName().toString();
            if (!name.startsWith("lib/") || file.startsWith(OURS)) {
                application.add(jar);
            } else if (!file.startsWith(UNUSED)) {
                libraries.add(jar);
            }
        }
        Dependency.listedIn(packaged.resolve(Dependency.LIST)).stream()
                .filter(dependency -> !dependency.jar().startsWith(OURS))
                .filter(dependency -> !dependency.jar().startsWith(UNUSED))
                .forEach(libraries::identify);
        manifest.getMainAttributes().put(CLASS_PATH, LIBRARIES);

        libraries.write(dependencies().resolve(LIBRARIES), plainManifest());
        application.write(application().resolve(START), manifest);
        place(packaged.resolve(SETTINGS), application().resolve(SETTINGS));
        place(packaged.resolve(Dependency.LIST), application().resolve(Dependency.LIST));
        for (Path layer : List.of(dependencies(), application())) {
            for (Path file : files(layer)) {
                place(file, app().resolve(layer.relativize(file)));
            }
        }
    }

    private static Manifest manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest();
        }
    }

    private static Manifest plainManifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(MANIFEST_VERSION, "1.0");
        return manifest;
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
