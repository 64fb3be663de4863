package io.cloudshop.localstack.cli;

import io.cloudshop.localstack.process.Memory;
import io.cloudshop.localstack.supervisor.ComponentState;
import io.cloudshop.localstack.supervisor.Health;
import io.cloudshop.localstack.supervisor.Kind;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

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
        boolean hasProcess = state.pid() != null;
        return new ComponentReport(
                state.name(),
                state.kind(),
                state.pid(),
                state.port(),
                state.managementPort(),
                state.health(),
                hasProcess ? Memory.residentBytes(state.pid()) : 0,
                state.restarts(),
                hasProcess ? Math.max(0, (clock.millis() - state.processStartedAt()) / 1000) : 0);
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
