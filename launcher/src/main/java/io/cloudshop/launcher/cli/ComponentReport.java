package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.Health;
import io.cloudshop.launcher.supervisor.Kind;
import io.cloudshop.stores.process.Memory;
import io.cloudshop.stores.process.ProcessIdentity;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A component as {@code status} shows it. */
record ComponentReport(
        String name,
        Kind kind,
        Long pid,
        int port,
        Integer managementPort,
        Health health,
        long rssBytes,
        int restarts,
        long uptimeSeconds) {

    static ComponentReport of(ComponentState state, Clock clock) {
        Optional<ProcessIdentity> process = Optional.ofNullable(state.process());
        return new ComponentReport(
                state.name(),
                state.kind(),
                process.map(ProcessIdentity::pid).orElse(null),
                state.port(),
                state.managementPort(),
                state.health(),
                process.map(ProcessIdentity::pid).map(Memory::residentBytes).orElse(0L),
                state.restarts(),
                process.map(it -> Math.max(0, (clock.millis() - it.startedAt()) / 1000))
                        .orElse(0L));
    }

    /** The fields in the order of the documentation. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("kind", kind);
        fields.put("pid", pid);
        fields.put("port", port);
        fields.put("managementPort", managementPort);
        fields.put("health", health);
        fields.put("rssBytes", rssBytes);
        fields.put("restarts", restarts);
        fields.put("uptimeSeconds", uptimeSeconds);
        return fields;
    }
}
