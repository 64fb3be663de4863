package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Kind;
import io.cloudshop.launcher.supervisor.StackState;

/** What {@code up} says when there is a supervisor already. */
final class RunningShop {

    private final StackState state;
    private final Installation installation;
    private final Console console;

    RunningShop(StackState state, Installation installation, Console console) {
        this.state = state;
        this.installation = installation;
        this.console = console;
    }

    /** Describes it and returns whether that is what was asked for. */
    int describeFor(boolean onlyStores, boolean watched) {
        if (!state.allAnswer()) {
            console.complain("CloudShop is running already, but not everything is up: see ./cloudshop status");
            return ExitCode.FAILED;
        }
        if (!onlyStores && !state.has(Kind.service)) {
            console.complain("Only the stores are up: run ./cloudshop down first to start everything.");
            return ExitCode.FAILED;
        }
        if (watched && !state.has(Kind.monitor)) {
            console.complain("CloudShop is up, and nothing watches it: run ./cloudshop down first to start that, too.");
            return ExitCode.FAILED;
        }
        console.print("CloudShop is up already.\n");
        console.print(Welcome.to(state, installation, System.getenv()));
        return ExitCode.OK;
    }
}
