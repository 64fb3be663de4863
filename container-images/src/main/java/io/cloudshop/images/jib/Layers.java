package io.cloudshop.images.jib;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ModificationTimeProvider;
import io.cloudshop.images.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The layers of an image, those that change most rarely first; the first two are the same in all images. */
final class Layers {

    private static final FilePermissions EXECUTABLE = FilePermissions.fromOctalString("755");
    private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");

    private Layers() {}

    static List<FileEntriesLayer> of(Path java, Path runtime, Stage stage) throws IOException {
        return List.of(
                layer("jdk", java, "/opt/java"),
                layer("runtime", runtime, "/opt/cloudshop"),
                layer("dependencies", stage.dependencies(), "/app"),
                layer("application", stage.application(), "/app"),
                layer("aot-cache", stage.cache(), "/app"));
    }

    private static FileEntriesLayer layer(String name, Path folder, String target) throws IOException {
        ModificationTimeProvider time = (file, path) -> Stage.TIME;
        return FileEntriesLayer.builder()
                .setName(name)
                .addEntryRecursive(folder, AbsoluteUnixPath.get(target), Layers::permissions, time)
                .build();
    }

    private static FilePermissions permissions(Path file, AbsoluteUnixPath target) {
        return Files.isDirectory(file) || Files.isExecutable(file) ? EXECUTABLE : READABLE;
    }
}
