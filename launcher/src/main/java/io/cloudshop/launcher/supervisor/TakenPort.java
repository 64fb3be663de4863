package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.Ports;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A port that a component wants and somebody else has. */
public record TakenPort(String component, int port) {

    /** The ports of these components on which others listen. */
    public static List<TakenPort> among(List<ComponentState> components) {
        return components.stream()
                .flatMap(component -> Stream.of(component.port(), component.managementPort())
                        .filter(Objects::nonNull)
                        .map(port -> new TakenPort(component.name(), port)))
                .filter(wanted -> !Ports.isFree(wanted.port()))
                .toList();
    }

    /** A sentence for people. */
    public String describe() {
        return "Port " + port + " (" + component + ") is taken by " + Ports.ownerOf(port) + ".";
    }
}
