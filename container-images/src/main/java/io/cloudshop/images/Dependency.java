package io.cloudshop.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Maven artifact that a service is made of, as Quarkus lists it beside its jars. */
record Dependency(String group, String artifact, String version) {

    /** The file with a line for each: {@code group:artifact:classifier:type:version}. */
    static final String LIST = "quarkus-app-dependencies.txt";

    /** How its jar is called. */
    String jar() {
        return group + "." + artifact + "-" + version + ".jar";
    }

    static List<Dependency> listedIn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(":"))
                .map(part -> new Dependency(part[0], part[1], part[4]))
                .toList();
    }
}
