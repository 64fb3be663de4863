package io.cloudshop.images;

import io.cloudshop.stores.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDK of the images: the one that runs this, reduced to the modules that the services need. */
public final class JavaRuntime {

    private JavaRuntime() {}

    /**
     * Links it anew.
     *
     * @param image the folder with {@code modules.list} and {@code jlink.options}
     * @param target replaced
     * @throws IllegalStateException on a system whose JDK does not run in the images
     */
    public static Path link(Path image, Path target) throws IOException {
        requireLinux();
        Stage.delete(target);
        String modules = Files.readAllLines(image.resolve("modules.list")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining(","));
        List<String> arguments = new ArrayList<>();
        Files.readAllLines(image.resolve("jlink.options")).forEach(line -> arguments.addAll(List.of(line.split(" "))));
        arguments.addAll(List.of("--add-modules", modules, "--output", target.toString()));
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
        if (jlink.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("jlink failed");
        }
        // Five megabytes of symbols; where there are no binutils they stay.
        Processes.succeeds(List.of(
                "strip",
                "--strip-unneeded",
                target.resolve("lib/server/libjvm.so").toString()));
        try (Stream<Path> all = Files.walk(target)) {
            for (Path path : all.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Stage.TIME));
            }
        }
        return target;
    }

    private static void requireLinux() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            throw new IllegalStateException(
                    "The images carry this machine's JDK, and run on Linux: build them on Linux, or"
                            + " with `docker compose build`.");
        }
    }
}
