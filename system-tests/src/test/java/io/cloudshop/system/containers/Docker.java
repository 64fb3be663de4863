package io.cloudshop.system.containers;

import io.cloudshop.system.shop.Command;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of Docker, run in the checkout. */
final class Docker {

    static final Path ROOT = Path.of(System.getProperty("cloudshop.root"));

    private static final Duration LIMIT = Duration.ofMinutes(40);

    private Docker() {}

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
        return run(Map.of(), line);
    }

    /** With more environment variables than ours. */
    static String run(Map<String, String> environment, List<String> line) {
        Command.Result result = Command.run(ROOT, environment, LIMIT, line);
        if (result.status() != 0) {
            throw new AssertionError(
                    String.join(" ", line) + " ended with " + result.status() + ":\n" + result.output());
        }
        return result.output().strip();
    }

    static Command.Result tryRun(List<String> line) {
        return Command.run(ROOT, Map.of(), LIMIT, line);
    }
}
