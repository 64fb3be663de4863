package io.cloudshop.system.containers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What Maven does for {@code -Dquarkus.container-image.push=true}, with a registry on this machine. */
@DockerNeeded
@Order(3)
class JibIT {

    private static final String REGISTRY = System.getProperty("containers.registry");
    private static final String BASE = System.getProperty("containers.base");

    @BeforeAll
    static void needsRegistry() {
        assumeTrue(answers(), "No registry answers at " + REGISTRY + ", so pushing with Jib is not tested.");
    }

    @Test
    void what_is_pushed_runs_and_two_builds_are_one_image() throws IOException {
        Map<String, String> first = pushTo(REGISTRY, "0.1.0-it", Map.of());
        Map<String, String> second = pushTo(REGISTRY, "0.1.0-it", Map.of());

        assertThat(first).isEqualTo(second).hasSize(5);
        assertThat(first.values()).allMatch(digest -> digest.matches("sha256:[0-9a-f]{64}"));
        assertThat(Compose.SERVICES).allSatisfy(service -> thenItIsInTheRegistry(service, "0.1.0-it"));
        thenItRuns(REGISTRY + "/cloudshop/frontend@" + first.get("frontend"));
    }

    @Test
    void a_registry_that_asks_for_a_password_gets_it() {
        WireMockServer guard = new WireMockServer(options().dynamicPort().preserveHostHeader(true));
        guard.stubFor(
                any(anyUrl()).willReturn(unauthorized().withHeader("WWW-Authenticate", "Basic realm=\"registry\"")));
        guard.stubFor(any(anyUrl())
                .withBasicAuth("robot", "its password")
                .willReturn(aResponse().proxiedFrom("http://" + REGISTRY)));
        guard.start();
        try {
            String registry = "localhost:" + guard.port();

            assertThatThrownBy(() -> pushTo(registry, "0.1.0-guarded", Map.of()))
                    .hasMessageContaining("401");
            pushTo(
                    registry,
                    "0.1.0-guarded",
                    Map.of("CLOUDSHOP_REGISTRY_USERNAME", "robot", "CLOUDSHOP_REGISTRY_PASSWORD", "its password"));

            assertThat(Compose.SERVICES).allSatisfy(service -> thenItIsInTheRegistry(service, "0.1.0-guarded"));
        } finally {
            guard.stop();
        }
    }

    /** Both tags, and no latest. */
    private static void thenItIsInTheRegistry(String service, String version) {
        String commit = Docker.run(List.of("git", "rev-parse", "HEAD"));
        String tags =
                Docker.run(List.of("curl", "-fsS", "http://" + REGISTRY + "/v2/cloudshop/" + service + "/tags/list"));

        assertThat(tags).contains('"' + version + '"', commit).doesNotContain("latest");
    }

    private static void thenItRuns(String image) {
        Docker.docker("pull", "--quiet", image);
        String container =
                Docker.docker("run", "--detach", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", image);
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> Docker.tryRun(List.of(
                                            "docker",
                                            "exec",
                                            container,
                                            "/opt/java/bin/java",
                                            "@/opt/cloudshop/probe.options"))
                                    .status()
                            == 0);
        } finally {
            Docker.docker("rm", "--force", "--volumes", container);
        }
    }

    private static Map<String, String> pushTo(String registry, String version, Map<String, String> environment) {
        Path module = Docker.ROOT.resolve("container-images/target");
        Docker.run(
                environment,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dimage.checkout=" + Docker.ROOT,
                        "-Dimage.base=" + BASE,
                        "-Dimage.registry=" + registry,
                        "-Dimage.group=cloudshop",
                        "-Dimage.version=" + version,
                        "-Dimage.created=2026-11-20T00:00:00Z",
                        "-Dimage.push=true",
                        "-Dimage.insecure=true",
                        "-Dimage.aot=false",
                        "-cp",
                        module.resolve("container-images-0.1.0.jar") + File.pathSeparator + module.resolve("lib")
                                + "/*",
                        "io.cloudshop.images.jib.BuildImages"));
        return Compose.SERVICES.stream().collect(Collectors.toMap(service -> service, JibIT::digest));
    }

    private static String digest(String service) {
        try {
            return Files.readString(Docker.ROOT.resolve(service).resolve("target/jib-image.digest"));
        } catch (IOException e) {
            throw new AssertionError("There is no digest for " + service, e);
        }
    }

    private static boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://" + REGISTRY + "/v2/").toURL().openConnection();
            connection.setConnectTimeout(2_000);
            return connection.getResponseCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }
}
