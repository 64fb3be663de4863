package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.monitoring.AlertmanagerServer;
import io.cloudshop.stores.monitoring.PrometheusServer;
import io.cloudshop.stores.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What watches the shop where the programs are installed: Prometheus with the rules of the cluster, and Alertmanager. */
public final class Monitors {

    public static final String PROMETHEUS = "prometheus";
    public static final String ALERTMANAGER = "alertmanager";

    private static final int TIER = 5;

    private final Installation installation;
    private final PortPlan ports;

    public Monitors(Installation installation, PortPlan ports) {
        this.installation = installation;
        this.ports = ports;
    }

    /**
     * Those of this machine. They come when the services are there: one that has not yet started is not down.
     *
     * @throws IllegalStateException if there is no Prometheus
     */
    public List<Component> of(List<Component> shop) {
        List<String> services = shop.stream()
                .filter(component -> component.kind() == Kind.service)
                .map(Component::name)
                .toList();
        List<Component> monitors = new ArrayList<>();
        Path executable = PrometheusServer.installed()
                .orElseThrow(() -> new IllegalStateException("there is no program prometheus on the PATH"));
        monitors.add(component(prometheus(executable), services));
        AlertmanagerServer.installed().ifPresent(found -> monitors.add(component(alertmanager(found), services)));
        return monitors;
    }

    /** How they look while they do not run. */
    public static List<ComponentState> idle(PortPlan ports) {
        return Stream.concat(
                        PrometheusServer.installed().map(found -> PROMETHEUS).stream(),
                        AlertmanagerServer.installed().map(found -> ALERTMANAGER).stream())
                .map(name -> new ComponentState(name, Kind.monitor, null, ports.of(name), null, Health.down, 0))
                .toList();
    }

    private Program prometheus(Path executable) {
        return new PrometheusServer(
                executable,
                configuration("prometheus.yml"),
                ports.offset(),
                data(PROMETHEUS),
                ports.of(PROMETHEUS),
                installation.log(PROMETHEUS));
    }

    private Program alertmanager(Path executable) {
        return new AlertmanagerServer(
                executable,
                configuration("alertmanager.yml"),
                data(ALERTMANAGER),
                ports.of(ALERTMANAGER),
                installation.log(ALERTMANAGER));
    }

    private Component component(Program program, List<String> needs) {
        return new Component(program, Kind.monitor, ports.of(program.name()), null, TIER, needs);
    }

    private Path configuration(String file) {
        return installation.root().resolve("observability").resolve(file);
    }

    private Path data(String monitor) {
        try {
            return Files.createDirectories(installation.monitoring().resolve(monitor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
