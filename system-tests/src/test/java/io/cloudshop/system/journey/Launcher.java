package io.cloudshop.system.journey;

import io.cloudshop.system.shop.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The script {@code ./cloudshop} of a checkout, for a shop that has a home of its own. */
record Launcher(Path checkout, Path home) {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    Command.Result run(String... arguments) {
        List<String> line =
                new ArrayList<>(List.of(checkout.resolve("cloudshop").toString()));
        line.addAll(List.of(arguments));
        return run(line, Map.of("CLOUDSHOP_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")));
    }

    /** Runs any command in the checkout until it ends. */
    Command.Result run(List<String> line, Map<String, String> environment) {
        return Command.run(checkout, environment, LIMIT, line);
    }
}
