package io.cloudshop.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Command: stages all services, and below {@code runtime} what stands beside them in every image. Arguments: the
 * checkout, and the folder for the stages.
 */
public final class StageServices {

    /** What stands below {@code /opt/cloudshop} in every image, beside the jar. */
    static final List<String> SETTINGS = List.of("java.options", "network.security", "probe.options");

    static final String JAR = "runtime.jar";

    private static final Path MODULE = Path.of("container-images");

    private StageServices() {}

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]);
        Path stages = Path.of(arguments[1]);
        Services.ALL.forEach(service -> Stage.of(checkout, service, stages));
        stageRuntime(checkout.resolve(MODULE), Files.createDirectories(stages.resolve("runtime")));
    }

    private static void stageRuntime(Path module, Path target) throws IOException {
        Path image = module.resolve("src/main/image");
        for (String file : SETTINGS) {
            place(image.resolve(file), target.resolve(file));
        }
        place(runtimeJar(module.resolve("target")), target.resolve(JAR));
    }

    private static void place(Path file, Path copy) throws IOException {
        Files.deleteIfExists(copy);
        Files.copy(file, copy);
        Files.setLastModifiedTime(copy, FileTime.from(Stage.TIME));
    }

    private static Path runtimeJar(Path target) throws IOException {
        return Stage.files(target).stream()
                .filter(file -> file.getFileName().toString().endsWith("-runtime.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no runtime jar in " + target));
    }
}
