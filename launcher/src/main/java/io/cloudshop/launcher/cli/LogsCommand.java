package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Monitors;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.Shop;
import io.cloudshop.stores.process.LogFollower;
import io.cloudshop.stores.process.LogTail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows logs. */
@Command(
        name = "logs",
        description = "Shows the end of the logs, of one component or of all.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 200;

    @Parameters(arity = "0..1", paramLabel = "COMPONENT", description = "For example orders-api, or supervisor.")
    private String component;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean isFollowing;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "LINES",
            defaultValue = "20",
            description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
    private int lines;

    private final Console console = new Console();

    @Override
    public Integer call() throws InterruptedException {
        List<String> known = Stream.of(Shop.idle(new PortPlan(0)), Monitors.idle(new PortPlan(0)))
                .flatMap(components -> components.stream().map(ComponentState::name))
                .collect(Collectors.toCollection(ArrayList::new));
        known.add("supervisor");
        if (component != null && !known.contains(component)) {
            console.complain("There is no component " + component + ", only " + String.join(", ", known) + ".");
            return ExitCode.USAGE;
        }
        Installation installation = Installation.current();
        Map<String, LogFollower> followers = new LinkedHashMap<>();
        for (String name : component == null ? known : List.of(component)) {
            Path log = installation.log(name);
            followers.put(name, new LogFollower(log));
            LogTail.of(log, lines).forEach(line -> show(name, line));
        }
        while (isFollowing) {
            Thread.sleep(POLL_MILLIS);
            followers.forEach((name, log) -> log.newLines().forEach(line -> show(name, line)));
        }
        return ExitCode.OK;
    }

    private void show(String name, String line) {
        console.print(console.prefix(name) + " " + line);
    }
}
