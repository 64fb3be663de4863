package io.cloudshop.system.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line of Docker, run in the checkout. */
final class Docker {

    static final Path ROOT = Path.of(System.getProperty("cloudshop.root"));

    private static final long LIMIT_MINUTES = 40;

    private Docker() {}

    /** What a command printed, errors included, and its exit code. */
    record Result(int status, String output) {}

    static boolean answers() {
        try {
            return tryRun(List.of("docker", "info")).status() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What {@code docker} printed; a failure is an error that says all of it. */
    static String docker(String... arguments) {
        List<String> line = new ArrayList<>(List.of("docker"));
        line.addAll(List.of(arguments));
        return run(line);
    }

    static String run(List<String> line) {
        Result result = tryRun(line);
        if (result.status() != 0) {
            throw new AssertionError(
                    String.join(" ", line) + " ended with " + result.status() + ":\n" + result.output());
        }
        return result.output().strip();
    }

    static Result tryRun(List<String> line) {
        try {
            Path output = Files.createTempFile("docker", ".txt");
            Process process = new ProcessBuilder(line)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
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
