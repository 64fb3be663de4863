package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.Component;
import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.EphemeralPorts;
import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Kind;
import io.cloudshop.launcher.supervisor.Leftovers;
import io.cloudshop.launcher.supervisor.Monitors;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.Shop;
import io.cloudshop.launcher.supervisor.StackState;
import io.cloudshop.launcher.supervisor.TakenPort;
import io.cloudshop.stores.process.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    /** What can be started beside the shop. */
    enum Extra {
        observability
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
            names = "--with",
            paramLabel = "observability",
            description = "Start Prometheus and Alertmanager, too, where they are installed.")
    private Extra extra;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Add N to every port, management and stores included.")
    private int portOffset;

    @Spec
    private CommandSpec spec;

    private final Console console = new Console();

    @Override
    public Integer call() {
        requireSomethingToWatch();
        Installation installation = Installation.current();
        PortPlan ports = new PortPlan(portOffset);
        Optional<StackState> running = installation.runningState();
        if (running.isPresent()) {
            return new RunningShop(running.get(), installation, console).describeFor(only == Part.infra, extra != null);
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
        List<Component> components = new ArrayList<>(only == Part.infra ? shop.stores() : shop.everything());
        if (extra == Extra.observability) {
            components.addAll(new Monitors(installation, ports).of(components));
        }
        return new ForegroundRun(installation, ports, console).start(components);
    }

    private int inBackground(Installation installation) {
        List<String> options = new ArrayList<>(List.of("--port-offset", String.valueOf(portOffset)));
        if (only != null) {
            options.addAll(List.of("--only", only.name()));
        }
        if (extra != null) {
            options.addAll(List.of("--with", extra.name()));
        }
        return new BackgroundRun(installation, console).start(options);
    }

    private List<ComponentState> wanted(PortPlan ports) {
        Stream<ComponentState> monitors = extra == null ? Stream.of() : Monitors.idle(ports).stream();
        return Stream.concat(
                        Shop.idle(ports).stream().filter(component -> only == null || component.kind() == Kind.store),
                        monitors)
                .toList();
    }

    private void requireSomethingToWatch() {
        if (extra != null && only != null) {
            throw new ParameterException(
                    spec.commandLine(), "--with observability watches the services: leave out --only.");
        }
    }
}
