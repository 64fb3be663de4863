package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Prometheus that most clusters have finds the services, beside them or from its own namespace. */
class MonitorsTest {

    private static final String RELEASE = "kube-prometheus-stack";

    @Test
    void all_carry_the_label_that_the_chart_looks_for() {
        Manifests prod = ManifestTree.manifests(Variation.PROD);
        List<HasMetadata> found = Stream.of(ServiceMonitor.class, PodMonitor.class, PrometheusRule.class)
                .<HasMetadata>flatMap(type -> prod.all(type).stream())
                .toList();

        assertThat(found).hasSize(7).allSatisfy(monitor -> assertThat(
                        monitor.getMetadata().getLabels())
                .containsEntry("release", RELEASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void from_the_namespace_of_prometheus_each_finds_one_service(String environment) {
        Manifests monitors = ManifestReader.read(ManifestTree.monitors(environment));
        List<Service> services =
                ManifestTree.manifests(Variation.of(environment)).all(Service.class);

        assertThat(monitors.all(ServiceMonitor.class)).hasSize(5).allSatisfy(monitor -> {
            assertThat(monitor.getMetadata().getNamespace()).isEqualTo("monitoring");
            assertThat(monitor.getMetadata().getLabels()).containsEntry("release", RELEASE);
            assertThat(monitor.getSpec().getNamespaceSelector().getMatchNames())
                    .containsExactly("cloudshop-" + environment);
            assertThat(services.stream()
                            .filter(service -> Selectors.matches(
                                    monitor.getSpec().getSelector(),
                                    service.getMetadata().getLabels()))
                            .map(service -> "cloudshop-" + environment + "-" + Manifests.nameOf(service)))
                    .containsExactly(Manifests.nameOf(monitor));
        });
    }

    /** Two environments may share a cluster. */
    @Test
    void no_two_environments_name_anything_alike() {
        List<String> names = Stream.of("dev", "staging", "prod")
                .flatMap(environment -> ManifestReader.read(ManifestTree.monitors(environment)).objects().stream())
                .map(Manifests::nameOf)
                .toList();

        assertThat(names).hasSize(21).doesNotHaveDuplicates();
    }
}
