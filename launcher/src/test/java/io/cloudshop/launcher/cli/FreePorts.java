package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.Shop;
import io.cloudshop.stores.process.Ports;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ports for a shop beside whatever else runs. They stay free while a test runs: they lie above those of a shop without an
 * offset, and below those that {@link Ports} gives to other tests and the system to outgoing connections. Where it is
 * among the latter, a client that looks whether a port is taken can even be connected to itself.
 */
final class FreePorts {

    private static final int FIRST_OFFSET = 100;
    /** With it, the highest port of a shop stays below 10 000. */
    private static final int END_OF_OFFSETS = 800;

    private FreePorts() {}

    static PortPlan plan() {
        return IntStream.range(FIRST_OFFSET, END_OF_OFFSETS)
                .mapToObj(PortPlan::new)
                .filter(plan -> Shop.idle(plan).stream().flatMap(FreePorts::of).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Integer> of(ComponentState component) {
        return Stream.of(component.port(), component.managementPort()).filter(Objects::nonNull);
    }
}
