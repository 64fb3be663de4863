package io.cloudshop.launcher.supervisor;

import java.util.Map;

/**
 * Which component listens where.
 *
 * @param offset added to every port, so that a second checkout can run beside the first
 */
public record PortPlan(int offset) {

    private static final int MANAGEMENT_DISTANCE = 1_000;
    private static final Map<String, Integer> PORTS = Map.of(
            "postgresql",
            5432,
            "redis",
            6379,
            "opensearch",
            9200,
            "frontend",
            3000,
            "api-gateway",
            8080,
            "auth-service",
            8081,
            "products-api",
            8082,
            "orders-api",
            8083,
            Monitors.PROMETHEUS,
            9090,
            Monitors.ALERTMANAGER,
            9093);

    /** The port for clients. */
    public int of(String component) {
        return PORTS.get(component) + offset;
    }

    /** The port for health and metrics of a service. */
    public int managementOf(String service) {
        return of(service) + MANAGEMENT_DISTANCE;
    }
}
