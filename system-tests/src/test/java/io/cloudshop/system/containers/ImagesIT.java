package io.cloudshop.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the images, and what must not be. */
@DockerNeeded
@Order(1)
class ImagesIT {

    private static final long MEGABYTE = 1_000_000;
    private static final List<String> SHELLS = List.of("sh", "bash", "dash", "ash", "busybox", "zsh");
    private static final List<String> TOOLS =
            List.of("curl", "wget", "apt", "apt-get", "dpkg", "apk", "perl", "python3");

    @BeforeAll
    static void build() {
        Compose.compose("build", "--build-arg", "REVISION=" + revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void an_image_is_small(String service) {
        assertThat(Long.parseLong(inspect(service, "{{.Size}}"))).isLessThan(135 * MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void it_runs_as_nobody_in_particular(String service) {
        assertThat(inspect(service, "{{.Config.User}}")).isEqualTo("65532:65532");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void its_labels_say_where_it_comes_from(String service) {
        String prefix = "org.opencontainers.image.";

        assertThat(inspect(service, "{{json .Config.Labels}}"))
                .contains('"' + prefix + "title\":\"CloudShop " + service + '"')
                .contains('"' + prefix + "source\":\"https://")
                .contains('"' + prefix + "licenses\":\"Apache-2.0\"")
                .contains('"' + prefix + "version\":\"local\"")
                .contains('"' + prefix + "revision\":\"" + revision() + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void it_has_no_shell_and_no_tools(String service) {
        Set<String> programs = files(service).stream()
                .filter(file -> file.matches("(usr/)?(local/)?s?bin/.*"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());

        assertThat(programs).doesNotContainAnyElementsOf(SHELLS).doesNotContainAnyElementsOf(TOOLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void it_holds_no_secret(String service) {
        assertThat(files(service))
                .noneMatch(file -> file.matches(".*(\\.pem|\\.key|\\.p12|\\.jks|secrets?\\.(env|properties))")
                        && !file.contains("etc/ssl/certs/"));
        assertThat(inspect(service, "{{json .Config.Env}}") + Docker.docker("history", "--no-trunc", image(service)))
                .doesNotContainIgnoringCase("password=")
                .doesNotContainIgnoringCase("secret=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"products-api", "orders-api", "api-gateway", "frontend"})
    void it_shares_the_base_and_the_jdk_with_the_others(String service) {
        // All but the last five, which are the service: libraries, three of its own, the AOT cache.
        List<String> ours = layers(service);
        List<String> theirs = layers("auth-service");

        assertThat(ours).containsAll(theirs.subList(0, theirs.size() - 5));
    }

    private static List<String> layers(String service) {
        return inspect(service, "{{range .RootFS.Layers}}{{println .}}{{end}}")
                .lines()
                .toList();
    }

    /** All files of the image, as {@code docker export} lists them. */
    private static List<String> files(String service) {
        String container = Docker.docker("create", image(service));
        try {
            return Docker.run(List.of("bash", "-c", "docker export " + container + " | tar -t"))
                    .lines()
                    .toList();
        } finally {
            Docker.docker("rm", container);
        }
    }

    private static String inspect(String service, String format) {
        return Docker.docker("image", "inspect", "--format", format, image(service));
    }

    private static String image(String service) {
        return "cloudshop/" + service + ":local";
    }

    private static String revision() {
        return Docker.run(List.of("git", "rev-parse", "HEAD"));
    }
}
