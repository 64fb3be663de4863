package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.Program;
import java.util.List;

/**
 * A program with its place in the shop.
 *
 * @param program what runs
 * @param kind service or store
 * @param port where its clients come
 * @param managementPort where health and metrics are, or null
 * @param tier when it is stopped: highest first, equal ones together
 * @param needs names of the components that answer before this one is started
 */
public record Component(Program program, Kind kind, int port, Integer managementPort, int tier, List<String> needs) {

    public Component {
        needs = List.copyOf(needs);
    }

    public String name() {
        return program.name();
    }
}
