package io.cloudshop.launcher.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.Health;
import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.Shop;
import io.cloudshop.launcher.supervisor.StackState;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows every component. */
@Command(
        name = "status",
        description = "Shows every component: process, ports, health, memory, restarts.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Returns 0 if everything is up, 1 if something is not, 5 if CloudShop is not running.",
            "The memory of PostgreSQL is that of all its processes, shared pages counted once."
        })
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON for scripts.")
    private boolean isJson;

    private final Console console = new Console();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException {
        Installation installation = Installation.current();
        Optional<StackState> running = installation.runningState();
        List<ComponentState> components =
                running.map(StackState::components).orElseGet(() -> Shop.idle(new PortPlan(0)));
        List<ComponentReport> reports = components.stream()
                .map(component -> ComponentReport.of(component, clock))
                .toList();
        console.print(isJson ? json(reports) : table(reports));
        if (running.isEmpty()) {
            return ExitCode.NOT_RUNNING;
        }
        return running.get().allAnswer() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String json(List<ComponentReport> reports) throws IOException {
        return JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(Map.of(
                        "components",
                        reports.stream().map(ComponentReport::fields).toList()));
    }

    private String table(List<ComponentReport> reports) {
        StringBuilder table = new StringBuilder(console.bold(String.format(
                Locale.ROOT,
                "%-13s %8s %6s %6s  %-8s %9s %9s %10s",
                "COMPONENT",
                "PID",
                "PORT",
                "MGMT",
                "HEALTH",
                "MEMORY",
                "RESTARTS",
                "UPTIME")));
        for (ComponentReport report : reports) {
            String health = String.format(Locale.ROOT, "%-8s", report.health());
            table.append(String.format(
                    Locale.ROOT,
                    "%n%-13s %8s %6s %6s  %s %9s %9s %10s",
                    report.name(),
                    report.pid() == null ? "-" : report.pid(),
                    report.port(),
                    report.managementPort() == null ? "-" : report.managementPort(),
                    report.health() == Health.up ? console.green(health) : console.red(health),
                    report.rssBytes() / (1024 * 1024) + " MiB",
                    report.restarts(),
                    report.uptimeSeconds() + " s"));
        }
        return table.toString();
    }
}
