package io.cloudshop.system.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script {@code ./cloudshop} of a checkout, for a shop that has a home of its own. */
record Launcher(Path checkout, Path home) {

    private static final long LIMIT_SECONDS = 240;

    /** What a command printed, and its exit code. */
    record Result(int status, String output) {}

    Result run(String... arguments) {
        List<String> line =
                new ArrayList<>(List.of(checkout.resolve("cloudshop").toString()));
        line.addAll(List.of(arguments));
        return run(line, Map.of("CLOUDSHOP_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")));
    }

    /** Runs any command in the checkout until it ends. */
    Result run(List<String> line, Map<String, String> environment) {
        try {
            // A file and not a pipe: what goes on in the background must not keep the reader waiting.
            Path output = Files.createTempFile("cloudshop", ".txt");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(checkout.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Result result = new Result(process.waitFor(), Files.readString(output));
            Files.delete(output);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
