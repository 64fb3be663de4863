package io.cloudshop.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * Command: stages all services, and below {@code runtime} what stands beside them in every image. Arguments: the
 * checkout, and the folder for the stages.
 */
public final class StageServices {

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
        Map<String, Path> files = Map.of(
                "java.options", image.resolve("java.options"),
                "probe.options", image.resolve("probe.options"),
                "runtime.jar", runtimeJar(module.resolve("target")));
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path copy = target.resolve(file.getKey());
            Files.deleteIfExists(copy);
            Files.copy(file.getValue(), copy);
            Files.setLastModifiedTime(copy, FileTime.from(Stage.TIME));
        }
    }

    private static Path runtimeJar(Path target) throws IOException {
        return Stage.files(target).stream()
                .filter(file -> file.getFileName().toString().endsWith("-runtime.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no runtime jar in " + target));
    }
}
