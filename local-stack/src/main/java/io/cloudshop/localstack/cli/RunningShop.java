package io.cloudshop.localstack.cli;

import io.cloudshop.localstack.supervisor.Installation;
import io.cloudshop.localstack.supervisor.Kind;
import io.cloudshop.localstack.supervisor.StackState;
import java.util.Optional;

/** What {@code up} says when there is a supervisor already. */
final class RunningShop {

    private final Installation installation;
    private final Console console;

    RunningShop(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    /** Describes it and returns whether that is what was asked for. */
    int describeFor(boolean onlyStores) {
        Optional<StackState> state = installation.state().read();
        if (state.isEmpty() || !state.get().allAnswer()) {
            console.complain("CloudShop is running already, but not everything is up: see ./cloudshop status");
            return ExitCode.FAILED;
        }
        boolean hasServices = state.get().components().stream().anyMatch(component -> component.kind() == Kind.service);
        if (!onlyStores && !hasServices) {
            console.complain("Only the stores are up: run ./cloudshop down first to start everything.");
            return ExitCode.FAILED;
        }
        console.print("CloudShop is up already.\n");
        console.print(Welcome.to(state.get(), System.getenv()));
        return ExitCode.OK;
    }
}
