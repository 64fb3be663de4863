package io.cloudshop.benchmarks.chaos;

import io.cloudshop.benchmarks.shop.NotRunning;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code ./cloudshop chaos}. */
@Command(
        name = "cloudshop chaos",
        description = "Breaks a part of the running shop while customers buy, and measures what they notice.",
        subcommands = PodDelete.class)
public final class Chaos {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    private Chaos() {}

    /** Exits with 0, 1 if a promise was broken, 2 for wrong usage or 5 where no shop runs. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Chaos()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage());
            return failure instanceof NotRunning ? NotRunning.EXIT_CODE : CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments));
    }
}
