package io.cloudshop.gateway.proxy;

import io.cloudshop.gateway.routing.Destination;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One circuit for each upstream, whatever is asked of it. */
@ApplicationScoped
class Circuits {

    private static final List<State> STATES = List.of(State.CLOSED, State.OPEN, State.HALF_OPEN);

    private final Map<Destination, Circuit> circuits = new EnumMap<>(Destination.class);

    Circuits(Vertx vertx, CircuitConfig config, MeterRegistry registry) {
        Stream.of(Destination.values()).filter(Destination::isUpstream).forEach(upstream -> {
            Circuit circuit = new Circuit(vertx, upstream.label(), config);
            circuits.put(upstream, circuit);
            STATES.forEach(state -> show(registry, upstream, circuit, state));
        });
    }

    Circuit of(Destination upstream) {
        return circuits.get(upstream);
    }

    private static void show(MeterRegistry registry, Destination upstream, Circuit circuit, State state) {
        Gauge.builder("cloudshop.gateway.circuit.state", circuit, now -> now.state() == state ? 1 : 0)
                .description("1 for the state in which the circuit of an upstream is, 0 for the others")
                .tag("upstream", upstream.label())
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
