package io.cloudshop.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.cloudshop.system.shop.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./cloudshop sign} on what {@link JibIT} has pushed, with keys of this test and without a transparency log. */
@DockerNeeded
@Order(4)
class SigningIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Map<String, String> PASSWORD = Map.of("COSIGN_PASSWORD", "of the test");
    private static final Path SBOM = Docker.ROOT.resolve("orders-api/target/sbom.json");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void needsWhatSigns() {
        assumeTrue(Registry.answers(), "No registry answers at " + Registry.ADDRESS + ", so signing is not tested.");
        assumeTrue(hasCosign(), "There is no cosign here, so signing is not tested.");
        makeKeys("ours");
        makeKeys("another");
    }

    @Test
    void what_is_signed_and_attested_is_verified_and_nothing_else() throws IOException {
        thenRefused(verify("ours"), "is not signed by");

        thenDone(sign("--key", key("ours", "key")));

        thenDone(verify("ours"));
        thenRefused(verify("another"), "is not signed by");
        thenRefused(sign("--verify"), "is not signed by the release workflow");
        String attested = Files.readString(SBOM);
        try {
            Files.writeString(SBOM, withoutItsFirstLibrary(attested));
            thenRefused(verify("ours"), "What is attested of");
        } finally {
            Files.writeString(SBOM, attested);
        }
    }

    @Test
    void a_list_names_what_an_image_has() throws IOException {
        thenDone(sign("--sbom-only"));

        assertThat(libraries("orders-api"))
                .contains("quarkus-rest", "postgresql")
                .doesNotContain("junit-jupiter");
        assertThat(libraries("frontend"))
                .contains("react", "quarkus-vertx-http")
                .doesNotContain("vitest");
    }

    private static List<String> libraries(String service) throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(
                        Docker.ROOT.resolve(service).resolve("target/sbom.json").toFile());
        return list.findValuesAsText("name");
    }

    private static String withoutItsFirstLibrary(String list) throws IOException {
        JsonNode shorter = new ObjectMapper().readTree(list);
        ((ArrayNode) shorter.at("/components")).remove(0);
        return shorter.toString();
    }

    private static Command.Result verify(String name) {
        return sign("--verify", "--key", key(name, "pub"));
    }

    private static Command.Result sign(String... options) {
        List<String> line = new ArrayList<>(List.of("./cloudshop", "sign", "--registry", Registry.ADDRESS));
        line.addAll(List.of(options));
        return Command.run(Docker.ROOT, PASSWORD, LIMIT, line);
    }

    private static String key(String name, String ending) {
        return folder.resolve(name).resolve("cosign." + ending).toString();
    }

    private static void makeKeys(String name) {
        try {
            Path keys = Files.createDirectory(folder.resolve(name));
            thenDone(Command.run(keys, PASSWORD, LIMIT, List.of("cosign", "generate-key-pair")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasCosign() {
        try {
            return Docker.tryRun(List.of("cosign", "version")).status() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void thenDone(Command.Result result) {
        assertThat(result.status()).as(result.output()).isZero();
    }

    private static void thenRefused(Command.Result result, String reason) {
        assertThat(result.status()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains(reason);
    }
}
