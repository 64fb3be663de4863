package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.opensearch.OpenSearchHome;
import io.cloudshop.stores.opensearch.OpenSearchServer;
import io.cloudshop.stores.postgres.PostgresServer;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.redis.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The components of CloudShop on one machine: who is there, who waits for whom, who is told what. */
public final class Shop {

    private static final String POSTGRESQL = "postgresql";
    private static final String REDIS = "redis";
    private static final String OPENSEARCH = "opensearch";

    private static final List<String> STORES = List.of(POSTGRESQL, REDIS, OPENSEARCH);
    private static final List<String> SERVICES =
            List.of("auth-service", "products-api", "orders-api", "api-gateway", "frontend");

    private final Installation installation;
    private final PortPlan ports;
    private final Wiring wiring;

    public Shop(Installation installation, PortPlan ports) {
        this.installation = installation;
        this.ports = ports;
        this.wiring = new Wiring(installation, ports);
    }

    /** The stores alone. Claims the data directory for them. */
    public List<Component> stores() {
        Sandbox data = Sandbox.at(installation.data());
        return List.of(
                // First, because it takes longest.
                store(new OpenSearchServer(
                        data.within(OPENSEARCH),
                        OpenSearchHome.in(installation.root()),
                        ports.of(OPENSEARCH),
                        true,
                        installation.log(OPENSEARCH))),
                store(new PostgresServer(
                        data.within(POSTGRESQL), wiring.postgresSettings(), installation.log(POSTGRESQL))),
                store(new RedisServer(data.within(REDIS), ports.of(REDIS), true, installation.log(REDIS))));
    }

    /** The stores and the five services. */
    public List<Component> everything() {
        List<Component> all = new ArrayList<>(stores());
        Map<String, Map<String, String>> environments = environments();
        all.add(service("auth-service", 1, List.of(POSTGRESQL, REDIS), environments));
        all.add(service("products-api", 2, List.of(POSTGRESQL, REDIS), environments));
        all.add(service("orders-api", 3, List.of(POSTGRESQL, REDIS), environments));
        all.add(service("api-gateway", 4, List.of(REDIS), environments));
        all.add(service("frontend", 4, List.of(), environments));
        return all;
    }

    /** Tells the modules of the checkout where the stores and the other services are, for dev mode. */
    public void describeToDevMode() {
        if (installation.isUsual()) {
            environments()
                    .forEach((service, environment) ->
                            DevSettings.write(installation.root().resolve(service), environment));
        }
    }

    private Map<String, Map<String, String>> environments() {
        return Map.of(
                "auth-service",
                environment(
                        "auth-service",
                        wiring.database("auth"),
                        wiring.redis(),
                        wiring.signingKey(),
                        wiring.ordersAccount()),
                "products-api",
                environment(
                        "products-api",
                        wiring.database("products"),
                        wiring.redis(),
                        wiring.search(),
                        wiring.demoCatalogue()),
                "orders-api",
                environment("orders-api", wiring.database("orders"), wiring.redis(), wiring.ordersCredentials()),
                "api-gateway",
                environment("api-gateway", wiring.redis()),
                "frontend",
                environment("frontend"));
    }

    /** How everything looks while nothing runs. */
    public static List<ComponentState> idle(PortPlan ports) {
        return Stream.concat(
                        STORES.stream().map(name -> idle(name, Kind.store, ports.of(name), null)),
                        SERVICES.stream()
                                .map(name -> idle(name, Kind.service, ports.of(name), ports.managementOf(name))))
                .toList();
    }

    private static ComponentState idle(String name, Kind kind, int port, Integer managementPort) {
        return new ComponentState(name, kind, null, port, managementPort, Health.down, 0);
    }

    private Component store(Program program) {
        return new Component(program, Kind.store, ports.of(program.name()), null, 0, List.of());
    }

    @SafeVarargs
    private Map<String, String> environment(String service, Map<String, String>... more) {
        Map<String, String> all = new HashMap<>(wiring.common(service));
        Stream.of(more).forEach(all::putAll);
        return all;
    }

    private Component service(
            String name, int tier, List<String> needs, Map<String, Map<String, String>> environments) {
        Path jar = installation.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        int managementPort = ports.managementOf(name);
        Program program = new ServiceProgram(
                name,
                jar,
                installation.log(name),
                managementPort,
                environments.get(name),
                installation.replacement(name));
        return new Component(program, Kind.service, ports.of(name), managementPort, tier, needs);
    }
}
