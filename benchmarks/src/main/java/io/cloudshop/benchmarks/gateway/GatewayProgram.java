package io.cloudshop.benchmarks.gateway;

import io.cloudshop.benchmarks.service.PackagedService;
import java.nio.file.Path;
import java.util.Map;

/** The packaged gateway of a checkout. */
final class GatewayProgram {

    private static final int POD_MEMORY = 320;

    private GatewayProgram() {}

    /** @param upstream the port of whatever is behind all routes */
    static PackagedService of(Path root, Path folder, int port, int upstream, int redis, Equipment equipment) {
        String service = "http://127.0.0.1:" + upstream;
        return new PackagedService(
                root,
                folder,
                "api-gateway",
                POD_MEMORY,
                port,
                Map.of(
                        "CLOUDSHOP_AUTH_URL",
                        service,
                        "CLOUDSHOP_PRODUCTS_URL",
                        service,
                        "CLOUDSHOP_ORDERS_URL",
                        service,
                        "QUARKUS_REDIS_HOSTS",
                        "redis://127.0.0.1:" + redis,
                        "CLOUDSHOP_RATE_LIMIT_ENABLED",
                        String.valueOf(equipment.includes(Equipment.FULL)),
                        "CLOUDSHOP_RATE_LIMIT_READ",
                        "1000000",
                        "CLOUDSHOP_TRACES_ENDPOINT",
                        equipment.includes(Equipment.TRACED) ? service : "",
                        "QUARKUS_HTTP_ACCESS_LOG_ENABLED",
                        String.valueOf(equipment.includes(Equipment.FULL))));
    }
}
