package io.cloudshop.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.shop.CommittedDeployment;
import io.cloudshop.system.shop.Shoppers;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Whether the sizes in {@code k8s/base} are what the services need: Compose gives each container the memory that its pod
 * has, and customers shop. Writes what it measured to {@code target/sizes.md}.
 */
@DockerNeeded
@Order(5)
class SizesIT {

    private static final int SHOPPERS = 12;
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("cloudshop.load.seconds", 120));
    /** Of the request: from there on the autoscaler would add pods for what a JVM needs anyway. */
    private static final double SCALES_AT = 0.8;

    private static Path limits;

    @BeforeAll
    static void upWithTheMemoryOfThePods() throws IOException {
        limits = Files.createTempFile("limits", ".yml");
        Files.writeString(
                limits,
                "services:\n"
                        + Compose.SERVICES.stream()
                                .map(service -> "  %s: {mem_limit: %d, cpus: 2}%n".formatted(service, limit(service)))
                                .collect(Collectors.joining()));
        Compose.down();
        Compose.upWith(limits);
    }

    @AfterAll
    static void down() throws IOException {
        Compose.down();
        Files.deleteIfExists(limits);
    }

    @Test
    void the_memory_of_a_pod_is_enough_for_a_shop_under_load() throws Exception {
        Consumption consumption = new Consumption();
        Map<String, Long> served;
        List<String> failures;
        consumption.sample();
        try (Shoppers shoppers = new Shoppers(new ComposeShop(), SHOPPERS)) {
            consumption.watchFor(LOAD);
            shoppers.stop();
            served = shoppers.served();
            failures = shoppers.failures();
        }

        Files.writeString(Path.of("target", "sizes.md"), consumption.table(served));

        assertThat(failures).isEmpty();
        assertThat(Compose.SERVICES).allSatisfy(service -> {
            assertThat(Compose.inspect(service, "{{.RestartCount}} {{.State.OOMKilled}}"))
                    .as(service)
                    .isEqualTo("0 false");
            assertThat((double) consumption.mostMemory(service) / request(service))
                    .as("memory that %s needs, of what it requests", service)
                    .isLessThan(SCALES_AT);
        });
    }

    private static long limit(String service) {
        return memory(resourcesOf(service).getLimits());
    }

    private static long request(String service) {
        return memory(resourcesOf(service).getRequests());
    }

    private static ResourceRequirements resourcesOf(String service) {
        return CommittedDeployment.podOf(service).getContainers().getFirst().getResources();
    }

    private static long memory(Map<String, Quantity> resources) {
        return Quantity.getAmountInBytes(resources.get("memory")).longValueExact();
    }
}
