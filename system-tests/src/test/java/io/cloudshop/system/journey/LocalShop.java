package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudshop.localstack.process.Ports;
import io.cloudshop.localstack.supervisor.ComponentState;
import io.cloudshop.localstack.supervisor.Installation;
import io.cloudshop.localstack.supervisor.PortPlan;
import io.cloudshop.localstack.supervisor.Shop;
import io.cloudshop.system.shop.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The packaged shop as a user has it: {@code ./cloudshop up} of this checkout, with empty stores, and with a home and
 * ports that leave the developer's own shop alone.
 */
final class LocalShop implements AutoCloseable {

    static final Path ROOT = Path.of(System.getProperty("cloudshop.root"));

    private static final Path HOME = ROOT.resolve("system-tests/target/shops/journey");
    /**
     * A machine in Turkey that also has settings of another Quarkus application in its environment. The JVM takes the
     * language from this variable as it takes it from the system: what its command line says goes before.
     */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=tr -Duser.country=TR",
            "QUARKUS_HTTP_ROOT_PATH",
            "/other",
            "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
            "0",
            "QUARKUS_REDIS_PASSWORD",
            "of-another-redis");

    private static final Duration INDEXING = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Launcher launcher = new Launcher(ROOT, HOME);
    private final Thread atExit = new Thread(() -> launcher.run("down"));
    private final PortPlan ports = freePorts();
    private final Command.Result start;

    LocalShop() {
        Runtime.getRuntime().addShutdownHook(atExit);
        // A run that was killed may have left its own.
        launcher.run("down");
        start = launcher.run(
                ELSEWHERE, "up", "--detach", "--no-build", "--fresh", "--port-offset", String.valueOf(ports.offset()));
    }

    /** This shop, of which everything has become ready. */
    LocalShop ready() {
        assertThat(start.status()).as(start.output()).isZero();
        return this;
    }

    Launcher launcher() {
        return launcher;
    }

    /** Every component as it is now. */
    List<Component> components() {
        String status = launcher.run("status", "--json").output();
        try {
            return JSON.readerForListOf(Component.class).at("/components").readValue(status);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not what status --json promises:\n" + status, e);
        }
    }

    /** A component as it is now. */
    Component component(String name) {
        return components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same as its supervisor has it: asking the launcher over and over takes half of a processor from a start. */
    ComponentState supervised(String name) {
        return Installation.at(ROOT, HOME).runningState().orElseThrow().components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Where customers shop. */
    String url() {
        return serviceUrl("frontend");
    }

    /** The same without a name. */
    String urlByAddress() {
        return url().replace("localhost", "127.0.0.1");
    }

    /** Where programs talk to it. */
    String gatewayUrl() {
        return serviceUrl("api-gateway");
    }

    String serviceUrl(String service) {
        return "http://localhost:" + ports.of(service);
    }

    /** Where a service tells how it is. */
    String managementUrl(String service) {
        return "http://localhost:" + ports.managementOf(service);
    }

    /** Returns when the search engine knows the catalogue; until then the database answers. */
    void awaitIndex() {
        await().atMost(INDEXING).until(() -> {
            Reply found = guest().get("/api/v1/products/search?q=lamp");
            return found.json().at("/source").asText().equals("index")
                    && found.json().at("/total").asInt() > 0;
        });
    }

    /** A client without a token at the gateway. */
    Client guest() {
        return new Client(gatewayUrl());
    }

    @Override
    public void close() {
        launcher.run("down");
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private static PortPlan freePorts() {
        return IntStream.iterate(12_000, offset -> offset < 22_000, offset -> offset + 50)
                .mapToObj(PortPlan::new)
                .filter(plan -> Shop.idle(plan).stream()
                        .flatMap(component -> Stream.of(component.port(), component.managementPort()))
                        .filter(Objects::nonNull)
                        .allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }
}
