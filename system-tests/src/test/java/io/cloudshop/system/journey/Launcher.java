package io.cloudshop.system.journey;

import io.cloudshop.system.shop.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The script {@code ./cloudshop} of a checkout, for a shop that has a home of its own. */
record Launcher(Path checkout, Path home) {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    Command.Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs the script in an environment that has more than ours. */
    Command.Result run(Map<String, String> environment, String... arguments) {
        List<String> line =
                new ArrayList<>(List.of(checkout.resolve("cloudshop").toString()));
        line.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.put("CLOUDSHOP_HOME", home.toString());
        all.put("JAVA_HOME", System.getProperty("java.home"));
        return run(line, all);
    }

    /** Runs any command in the checkout until it ends. */
    Command.Result run(List<String> line, Map<String, String> environment) {
        return Command.run(checkout, environment, LIMIT, line);
    }
}
