package io.cloudshop.manifests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine, run to its end. */
final class Tool {

    private Tool() {}

    static boolean isInstalled(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** What the program printed; an exit code other than 0 is an error with all that it printed. */
    static String run(Path folder, String... command) {
        Run run = tryRun(folder, command);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + run.errors() + run.output());
        }
        return run.output();
    }

    static Run tryRun(Path folder, String... command) {
        try {
            Path errors = Files.createTempFile("tool", ".err");
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            String complaint = Files.readString(errors);
            Files.delete(errors);
            return new Run(exitCode, output, complaint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Run(int exitCode, String output, String errors) {}
}
