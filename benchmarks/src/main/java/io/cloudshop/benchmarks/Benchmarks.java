package io.cloudshop.benchmarks;

import io.cloudshop.benchmarks.catalogue.CatalogueBenchmark;
import io.cloudshop.benchmarks.checkout.CheckoutBenchmark;
import io.cloudshop.benchmarks.gateway.GatewayBenchmark;
import io.cloudshop.benchmarks.shop.NotRunning;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code ./cloudshop bench}. */
@Command(
        name = "cloudshop bench",
        description = "Measures a part of CloudShop on this machine and prints the result as a table.",
        subcommands = {GatewayBenchmark.class, CatalogueBenchmark.class, CheckoutBenchmark.class})
public final class Benchmarks {

    /** As in the launcher: a tool is missing. */
    private static final int MISSING_TOOL = 4;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    private Benchmarks() {}

    /** Exits with 0, 1 if it could not be measured, 2 for wrong usage, 4 where a tool is missing or 5 without a running shop. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Benchmarks())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return switch (failure) {
                        case MissingTool missing -> MISSING_TOOL;
                        case NotRunning none -> NotRunning.EXIT_CODE;
                        default -> CommandLine.ExitCode.SOFTWARE;
                    };
                });
        System.exit(line.execute(arguments));
    }
}
