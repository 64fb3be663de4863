package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.system.shop.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
            "of-another-redis",
            // All customers of this shop live at one address.
            "CLOUDSHOP_AUTH_THROTTLE_ENABLED",
            "false",
            "CLOUDSHOP_RATE_LIMIT_ENABLED",
            "false");

    /** As {@code ./cloudshop --help} says. */
    private static final Map<String, Integer> PORTS = Map.of(
            "frontend", 3000, "api-gateway", 8080, "auth-service", 8081, "products-api", 8082, "orders-api", 8083);

    private static final List<Integer> STORE_PORTS = List.of(5432, 6379, 9200);

    private static final Duration INDEXING = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Launcher launcher = new Launcher(ROOT, HOME);
    private final Thread atExit = new Thread(() -> launcher.run("down"));
    private final int offset = freeOffset();
    private final Command.Result start;

    LocalShop() {
        Runtime.getRuntime().addShutdownHook(atExit);
        // A run that was killed may have left its own.
        launcher.run("down");
        start = launcher.run(
                ELSEWHERE, "up", "--detach", "--no-build", "--fresh", "--port-offset", String.valueOf(offset));
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

    /**
     * Whether its supervisor has started it anew so many times, and it answers. Read from the supervisor's own file:
     * asking the launcher over and over takes half of a processor from a start.
     */
    boolean isBack(String name, int restarts) {
        try {
            JsonNode state = JSON.readTree(HOME.resolve("state.json").toFile());
            return StreamSupport.stream(state.path("components").spliterator(), false)
                    .filter(component -> component.path("name").asText().equals(name))
                    .anyMatch(component -> component.path("restarts").asInt() == restarts
                            && component.path("health").asText().equals("up"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return "http://localhost:" + (PORTS.get(service) + offset);
    }

    /** Where a service tells how it is. */
    String managementUrl(String service) {
        return "http://localhost:" + (management(PORTS.get(service)) + offset);
    }

    LocalDatabase database(String name) {
        return new LocalDatabase(name, STORE_PORTS.getFirst() + offset, HOME.resolve("secrets.env"));
    }

    /** How far its ports are from the usual ones. */
    int portOffset() {
        return offset;
    }

    /** Returns when the search engine knows the catalogue; until then the database answers. */
    void awaitIndex() {
        await().atMost(INDEXING)
                .until(() -> answeredByIndex("lamp").json().at("/total").asInt() > 0);
    }

    /** What the search engine finds. Where it takes too long, on a machine that does much else, the database answers at first. */
    Reply answeredByIndex(String words) {
        return await().atMost(INDEXING)
                .until(
                        () -> guest().get("/api/v1/products/search?q=" + Client.encoded(words)),
                        found -> found.json().at("/source").asText().equals("index"));
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

    private static int freeOffset() {
        return IntStream.iterate(12_000, offset -> offset < 22_000, offset -> offset + 50)
                .filter(LocalShop::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int offset) {
        return Stream.of(
                        STORE_PORTS.stream(),
                        PORTS.values().stream(),
                        PORTS.values().stream().map(LocalShop::management))
                .flatMap(ports -> ports)
                .allMatch(port -> Ports.isFree(port + offset));
    }

    private static int management(int port) {
        return port + 1_000;
    }
}
