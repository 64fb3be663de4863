package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release is one property, {@code revision} in {@code pom.xml}; files that cannot read it say the same. */
class ReleaseTest {

    @ParameterizedTest
    @CsvSource({
        "k8s/overlays/dev/kustomization.yaml, newTag: (\\S+)",
        "k8s/overlays/staging/kustomization.yaml, newTag: (\\S+)",
        "k8s/overlays/prod/kustomization.yaml, newTag: (\\S+)",
        "k8s/overlays/dev/version.yaml, value: (\\S+)",
        "k8s/overlays/staging/version.yaml, value: (\\S+)",
        "k8s/overlays/prod/version.yaml, value: (\\S+)",
        "frontend/src/main/webui/package.json, '^  \"version\": \"([^\"]+)\"'"
    })
    void a_file_that_names_the_version_names_that_of_the_pom(String file, String version) {
        assertThat(Pattern.compile(version, Pattern.MULTILINE)
                        .matcher(Repository.text(file))
                        .results()
                        .map(result -> result.group(1)))
                .isNotEmpty()
                .containsOnly(Repository.version());
    }

    @Test
    void what_builds_images_takes_the_version_from_outside() {
        assertThat(Repository.text("Dockerfile") + Repository.text("docker-compose.yml"))
                .doesNotContain(Repository.version());
    }
}
