package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Leftovers;
import io.cloudshop.launcher.supervisor.StackState;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Signal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything. */
@Command(
        name = "down",
        description = "Stops everything in order; returns when nothing is left. The data stays.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    /** Five tiers, each with ten seconds of grace and a reserve. */
    private static final long STOP_MILLIS = 90_000;

    private final Console console = new Console();

    @Override
    public Integer call() {
        Installation installation = Installation.current();
        Optional<StackState> running = installation.runningState();
        running.flatMap(state -> state.supervisor().find())
                .ifPresent(supervisor -> Processes.stop(supervisor, Signal.TERM, STOP_MILLIS));
        int leftovers = installation.state().read().map(Leftovers::end).orElse(0);
        console.print(running.isPresent() || leftovers > 0 ? "CloudShop is down." : "CloudShop was not running.");
        return installation.isRunning() ? ExitCode.FAILED : ExitCode.OK;
    }
}
