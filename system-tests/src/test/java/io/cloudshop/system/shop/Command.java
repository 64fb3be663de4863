package io.cloudshop.system.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command line to its end. */
public final class Command {

    private Command() {}

    /** What a command printed, errors included, and its exit code. */
    public record Result(int status, String output) {}

    /**
     * Runs the command; one that takes longer than the limit is killed.
     *
     * @param environment added to our own
     */
    public static Result run(Path directory, Map<String, String> environment, Duration limit, List<String> line) {
        try {
            // A file and not a pipe: what goes on in the background must not keep the reader waiting.
            Path output = Files.createTempFile("command", ".txt");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
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
