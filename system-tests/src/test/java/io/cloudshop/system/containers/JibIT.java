package io.cloudshop.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What Quarkus does for {@code -Dquarkus.container-image.push=true}, with a registry on this machine: the same images as
 * the Dockerfile makes, which {@link ImagesIT} has built before.
 */
@DockerNeeded
@Order(3)
class JibIT {

    private static final String BASE = System.getProperty("containers.base");
    private static final String TAG = "of-the-test";

    @BeforeAll
    static void needsRegistry() {
        assumeTrue(
                Registry.answers(),
                "No registry answers at " + Registry.ADDRESS + ", so pushing with Jib is not tested.");
    }

    @Test
    void what_is_pushed_runs_and_two_builds_are_alike() throws IOException {
        Map<String, String> first = push();
        Map<String, String> second = push();

        assertThat(first).hasSize(5);
        assertThat(first.values()).allMatch(digest -> digest.matches("sha256:[0-9a-f]{64}"));
        first.forEach((service, digest) -> assertThat(lasting(image(service, digest)))
                .as(service)
                .isEqualTo(lasting(image(service, second.get(service)))));
        assertThat(Compose.SERVICES).allSatisfy(JibIT::thenItIsInTheRegistry);
        first.forEach(JibIT::thenItIsLikeTheOneOfTheDockerfile);
        thenItRuns(image("frontend", first.get("frontend")));
    }

    /** No latest. */
    private static void thenItIsInTheRegistry(String service) {
        String tags = Docker.run(
                List.of("curl", "-fsS", "http://" + Registry.ADDRESS + "/v2/cloudshop/" + service + "/tags/list"));

        assertThat(tags).contains('"' + TAG + '"').doesNotContain("latest");
    }

    private static void thenItIsLikeTheOneOfTheDockerfile(String service, String digest) {
        String image = image(service, digest);

        assertThat(configuration(image)).isEqualTo(configuration("cloudshop/" + service + ":local"));
        assertThat(Long.parseLong(Docker.docker("image", "inspect", "--format", "{{.Size}}", image)))
                .isLessThan(135_000_000);
        assertThat(Docker.docker("image", "inspect", "--format", "{{json .Config.Labels}}", image))
                .contains("org.opencontainers.image.title\":\"CloudShop " + service + '"')
                .contains("org.opencontainers.image.revision\":\"of-the-test\"");
    }

    /**
     * All layers but the last but one: what Quarkus generates. Its steps run in parallel, and number some values in the
     * order in which they come (https://github.com/quarkusio/quarkus/pull/53025).
     */
    private static List<String> lasting(String image) {
        Docker.docker("pull", "--quiet", image);
        List<String> layers = new ArrayList<>(
                Docker.docker("image", "inspect", "--format", "{{range .RootFS.Layers}}{{println .}}{{end}}", image)
                        .lines()
                        .toList());
        layers.remove(layers.size() - 2);
        return layers;
    }

    private static String configuration(String image) {
        return Docker.docker(
                "image",
                "inspect",
                "--format",
                "{{.Config.User}} {{.Config.WorkingDir}} {{.Config.ExposedPorts}} {{.Config.Entrypoint}} {{.Config.Cmd}}",
                image);
    }

    private static String image(String service, String digest) {
        return Registry.ADDRESS + "/cloudshop/" + service + "@" + digest;
    }

    private static void thenItRuns(String image) {
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

    private static Map<String, String> push() {
        Docker.run(List.of(
                "mvn",
                "-B",
                "-q",
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Dforbiddenapis.skip",
                "-T2",
                "-am",
                "-pl",
                String.join(",", Compose.SERVICES),
                "package",
                "-Dquarkus.container-image.push=true",
                "-Dquarkus.container-image.insecure=true",
                "-Dquarkus.container-image.registry=" + Registry.ADDRESS,
                "-Dquarkus.container-image.tag=" + TAG,
                "-Dquarkus.jib.base-jvm-image=" + BASE,
                "-Dcloudshop.image.revision=of-the-test"));
        return Compose.SERVICES.stream().collect(Collectors.toMap(service -> service, JibIT::digest));
    }

    private static String digest(String service) {
        try {
            return Files.readString(Docker.ROOT.resolve(service).resolve("target/jib-image.digest"));
        } catch (IOException e) {
            throw new AssertionError("There is no digest for " + service, e);
        }
    }
}
