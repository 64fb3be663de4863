package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code .ci/release chart} makes for a release. Helm's program is played by a script that pushes nowhere. */
class ReleaseChartTest {

    private static final String DIGEST = "sha256:" + "b".repeat(64);

    @TempDir
    Path folder;

    @Test
    void the_chart_of_a_release_installs_the_images_that_were_built_with_it() throws IOException {
        Tool.Run run = chart(DIGEST);

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output().strip()).isEqualTo("sha256:" + "c".repeat(64));
        assertThat(Repository.text("target/helm/cloudshop/environments/prod.yaml")
                        .lines()
                        .filter(line -> line.contains("ghcr.io/cloudshop/"))
                        .map(String::strip))
                .hasSize(5)
                .contains("image: ghcr.io/cloudshop/orders-api:" + Repository.version() + "@" + DIGEST)
                .allMatch(line -> line.endsWith(":" + Repository.version() + "@" + DIGEST));
    }

    @Test
    void without_all_digests_there_is_no_chart() throws IOException {
        Tool.Run run = chart("latest");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.errors()).contains("there is no digest for auth-service").doesNotContain("Pushed");
    }

    private Tool.Run chart(String digest) throws IOException {
        Kustomize.assumeInstalled();
        Assumptions.assumeTrue(Tool.isInstalled("jq"), "The chart of a release is not checked: install jq.");
        Path helm = Files.createDirectories(folder.resolve("bin")).resolve("helm");
        Files.writeString(helm, """
                #!/bin/sh
                [ "$1" != push ] || printf 'Pushed: %s\\nDigest: sha256:DIGEST\\n' "$3" >&2
                """.replace("DIGEST", "c".repeat(64)));
        assertThat(helm.toFile().setExecutable(true)).isTrue();
        String digests = Stream.of("auth-service", "products-api", "orders-api", "api-gateway", "frontend")
                .map(service -> "\"" + service + "\": \"" + digest + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
        return Tool.tryRun(
                Repository.root(),
                "env",
                "PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH"),
                ".ci/release",
                "chart",
                "registry.test",
                digests);
    }
}
