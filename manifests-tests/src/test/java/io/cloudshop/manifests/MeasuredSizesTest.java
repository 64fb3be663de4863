package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, autoscalers and probes are what docs/numbers.md measured, not what somebody guessed. */
class MeasuredSizesTest {

    private static final Measurement LOAD = Measurement.of("| | with AOT cache: at rest");
    private static final Measurement START = Measurement.of("| service | with AOT cache");
    /** Columns of the two: a core's share at 141 and at 89 requests a second; a start's milliseconds on a processor. */
    private static final int CPU_WITH_CACHE = 2;

    private static final double RATE_WITH_CACHE = 141;
    private static final int CPU_WITHOUT = 5;
    private static final double RATE_WITHOUT = 89;
    private static final int START_CPU_WITHOUT_CACHE = 3;

    /** An autoscaler that goes to its maximum for one visitor measures nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void the_fewest_replicas_serve_a_hundred_requests_a_second(String environment) {
        Manifests manifests = ManifestTree.manifests(Variation.of(environment));

        assertThat(manifests.all(HorizontalPodAutoscaler.class)).hasSize(5).allSatisfy(autoscaler -> {
            String service = Manifests.nameOf(autoscaler);
            double perRequest = Math.max(
                    LOAD.value(service, CPU_WITH_CACHE) / RATE_WITH_CACHE,
                    LOAD.value(service, CPU_WITHOUT) / RATE_WITHOUT);
            double before = autoscaler.getSpec().getMinReplicas() * addsReplicasAt(autoscaler, manifests);

            assertThat(before / perRequest).as(service).isGreaterThan(100);
        });
    }

    /** A probe that asks earlier fails, and each failure is an event; one that asks late keeps a rollout waiting. */
    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void the_first_probe_comes_when_a_start_can_be_over(String service) {
        Container container = container(service);
        double start = START.value(service, START_CPU_WITHOUT_CACHE);

        assertThat(container.getStartupProbe().getInitialDelaySeconds() * 1000.0)
                .isBetween(start, start + 2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "redis", "opensearch"})
    void no_store_is_asked_as_soon_as_its_container_runs(String store) {
        assertThat(store(store).getStartupProbe().getInitialDelaySeconds()).isGreaterThanOrEqualTo(2);
    }

    /** Neither Flyway nor the kubelet gives up on a database that is being moved or restored. */
    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api"})
    void a_start_waits_for_the_database(String service) {
        String settings = Repository.text("database/src/main/resources/META-INF/microprofile-config.properties");
        long migrationWaits = number(settings, "quarkus\\.flyway\\.connect-retries=(\\d+)")
                * number(settings, "quarkus\\.flyway\\.connect-retries-interval=(\\d+)s");

        assertThat(patience(container(service).getStartupProbe())).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(Duration.ofSeconds(migrationWaits)).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    /** Who waits for nobody and does not come is started again. */
    @ParameterizedTest
    @ValueSource(strings = {"api-gateway", "frontend"})
    void a_start_that_waits_for_nobody_ends(String service) {
        assertThat(patience(container(service).getStartupProbe()))
                .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    /** What is not heap was 400 MiB at rest with fewer plugins than the public image has. */
    @Test
    void the_search_engine_has_room_beside_its_heap() {
        Container engine = store("opensearch");
        long heap = number(variable(engine, "OPENSEARCH_JAVA_OPTS"), "-Xmx(\\d+)m");
        BigDecimal limit = Need.amount(engine.getResources().getLimits().get("memory"));

        assertThat(limit.longValue()).isGreaterThanOrEqualTo(4 * heap * 1024 * 1024);
        assertThat(engine.getResources().getRequests().get("memory"))
                .isEqualTo(engine.getResources().getLimits().get("memory"));
    }

    @Test
    void the_readme_says_the_same() {
        assertThat(Repository.text("k8s/README.md")).contains("| opensearch | 250m, 2Gi | 1 CPU, 2Gi, volume 5Gi |");
    }

    private static double addsReplicasAt(HorizontalPodAutoscaler autoscaler, Manifests manifests) {
        Container container = manifests
                .get(Deployment.class, Manifests.nameOf(autoscaler))
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
        int percent = autoscaler.getSpec().getMetrics().stream()
                .filter(metric -> metric.getResource().getName().equals("cpu"))
                .map(metric -> metric.getResource().getTarget().getAverageUtilization())
                .findFirst()
                .orElseThrow();
        return Need.amount(container.getResources().getRequests().get("cpu")).doubleValue() * percent / 100;
    }

    private static Duration patience(Probe probe) {
        return Duration.ofSeconds((long) probe.getPeriodSeconds() * probe.getFailureThreshold());
    }

    private static Container container(String service) {
        return ManifestTree.manifests(Variation.DEV)
                .get(Deployment.class, service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static Container store(String name) {
        return ManifestTree.manifests(Variation.DEV)
                .get(StatefulSet.class, name)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static String variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .map(variable -> variable.getValue())
                .findFirst()
                .orElseThrow();
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
