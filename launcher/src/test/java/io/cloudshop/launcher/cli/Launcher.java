package io.cloudshop.launcher.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the launcher as the script does, for a checkout of its own. */
record Launcher(Path checkout) {

    /** What a command printed, and its exit code. */
    record Result(int status, String output) {}

    static Launcher in(Path checkout) throws IOException {
        Path target = Files.createDirectories(checkout.resolve("stores/target"));
        Files.createSymbolicLink(
                target.resolve("opensearch"),
                Path.of("../stores/target/opensearch").toAbsolutePath().normalize());
        return new Launcher(checkout);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(checkout, "output", ".txt");
        Process process = builder(arguments).redirectOutput(output.toFile()).start();
        return new Result(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    }

    Process start(Path output, String... arguments) throws IOException {
        return builder(arguments).redirectOutput(output.toFile()).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dcloudshop.root=" + checkout,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CloudShop.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true);
    }
}
