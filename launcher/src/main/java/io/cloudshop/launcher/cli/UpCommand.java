package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.EphemeralPorts;
import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Kind;
import io.cloudshop.launcher.supervisor.Leftovers;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.Shop;
import io.cloudshop.launcher.supervisor.StackState;
import io.cloudshop.launcher.supervisor.TakenPort;
import io.cloudshop.stores.process.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the shop, in the foreground until Ctrl-C or in the background. */
@Command(
        name = "up",
        description = "Builds what is stale, starts everything and waits until it is ready.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    /** What can be started alone. */
    enum Part {
        infra
    }

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready; it goes on in the background.")
    private boolean isDetached;

    @Option(names = "--fresh", description = "Begin with empty stores: drops databases, carts and search index.")
    private boolean isFresh;

    @Option(names = "--only", paramLabel = "infra", description = "Start only the stores, for services run in an IDE.")
    private Part only;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Add N to every port, management and stores included.")
    private int portOffset;

    private final Console console = new Console();

    @Override
    public Integer call() {
        Installation installation = Installation.current();
        PortPlan ports = new PortPlan(portOffset);
        Optional<StackState> running = installation.runningState();
        if (running.isPresent()) {
            return new RunningShop(running.get(), installation, console).describeFor(only == Part.infra);
        }
        installation.state().read().ifPresent(Leftovers::end);
        List<TakenPort> taken = TakenPort.among(wanted(ports));
        if (!taken.isEmpty()) {
            taken.forEach(port -> console.complain(port.describe()));
            console.complain("Stop what is there, or add to every port: ./cloudshop up --port-offset 100");
            return ExitCode.PORTS_TAKEN;
        }
        EphemeralPorts.ofSystem().warning(wanted(ports)).ifPresent(console::complain);
        if (isFresh) {
            Sandbox.remove(installation.data());
        }
        return isDetached ? inBackground(installation) : inForeground(installation, ports);
    }

    private int inForeground(Installation installation, PortPlan ports) {
        Shop shop = new Shop(installation, ports);
        shop.describeToDevMode();
        ForegroundRun run = new ForegroundRun(installation, ports, console);
        return run.start(only == Part.infra ? shop.stores() : shop.everything());
    }

    private int inBackground(Installation installation) {
        List<String> options = new ArrayList<>(List.of("--port-offset", String.valueOf(portOffset)));
        if (only != null) {
            options.addAll(List.of("--only", only.name()));
        }
        return new BackgroundRun(installation, console).start(options);
    }

    private List<ComponentState> wanted(PortPlan ports) {
        return Shop.idle(ports).stream()
                .filter(component -> only == null || component.kind() == Kind.store)
                .toList();
    }
}
