package io.cloudshop.benchmarks.chaos;

import io.cloudshop.benchmarks.shop.RunningShop;
import io.cloudshop.benchmarks.shop.Scene;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Litmus' experiment without a cluster: processes are killed while customers buy. */
@Command(
        name = "pod-delete",
        description = {
            "Kills a component of the running shop while customers look and buy, and measures availability, recovery and",
            "whether the books agree. Ends with 1 when an order was lost, the books disagree or a recovery took over 10 s."
        })
public final class PodDelete implements Callable<Integer> {

    @Option(
            names = "--component",
            split = ",",
            defaultValue = "api-gateway,products-api,orders-api",
            description = "What is killed, one experiment each: ${DEFAULT-VALUE}")
    private List<String> components;

    @Option(
            names = "--duration",
            defaultValue = "60s",
            converter = Seconds.class,
            description = "Of each experiment: ${DEFAULT-VALUE}")
    private Duration duration;

    @Option(
            names = "--interval",
            defaultValue = "20s",
            converter = Seconds.class,
            description = "From one kill to the next: ${DEFAULT-VALUE}")
    private Duration interval;

    @Option(names = "--buyers", defaultValue = "4", description = "Customers at once: ${DEFAULT-VALUE}")
    private int buyers;

    @Option(names = "--report", description = "Where to write a report with charts (Markdown), such as docs/chaos.md")
    private Path report;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        // No longer than a token is good.
        boolean isOff = duration.toSeconds() < 15 || duration.toMinutes() >= 10;
        if (buyers < 1 || buyers > 64 || isOff || interval.toSeconds() < 5) {
            throw new ParameterException(
                    spec.commandLine(), "15 seconds to 10 minutes of 1 to 64 buyers, and 5 seconds between kills.");
        }
        RunningShop shop = new RunningShop(Path.of(System.getProperty("cloudshop.root", ".")));
        components.stream().map(shop::component).forEach(this::requireService);
        List<Result> results = new ArrayList<>();
        for (String component : components) {
            results.add(experiment(shop, component));
        }
        if (report != null) {
            Files.writeString(report, Report.of(results, buyers, interval));
            out().println("Report: " + report);
        }
        return results.stream().allMatch(Result::isKept) ? 0 : 1;
    }

    private void requireService(RunningShop.Component component) {
        if (component.managementPort() == 0) {
            throw new ParameterException(
                    spec.commandLine(), component.name() + " is a store, which does not say when it is ready again.");
        }
    }

    private Result experiment(RunningShop shop, String component) {
        out().println(component + ": killed every " + interval.toSeconds() + " s for " + duration.toSeconds() + " s");
        out().flush();
        Scene scene = Scene.at(shop.gateway(), buyers, 1);
        Experiment experiment = new Experiment(component, duration);
        List<Thread> threads = new ArrayList<>();
        scene.customers()
                .forEach(customer -> threads.add(Thread.ofVirtual()
                        .start(new Buyer(customer, scene.products().getFirst(), experiment))));
        threads.add(Thread.ofVirtual().start(new Killer(shop, experiment, interval)));
        threads.forEach(PodDelete::await);
        Result result =
                new Result(experiment, new Books(scene.admin(), scene.products().getFirst()).problems(experiment));
        out().println(result.summary());
        out().flush();
        return result;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** {@code 60s}, or a bare number of seconds, or {@code 5m}. */
    static final class Seconds implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            if (!value.matches("[0-9]{1,5}[sm]?")) {
                throw new TypeConversionException("'" + value + "' is no duration such as 60s or 5m");
            }
            long number = Long.parseLong(value.replaceAll("[sm]", ""));
            return value.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
        }
    }
}
