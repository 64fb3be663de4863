package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** k8s/velero: whole environments, kept for as long as dumps are. */
class VeleroTest {

    private List<GenericKubernetesResource> schedules;

    @BeforeEach
    void render() {
        schedules = ManifestReader.read(ManifestTree.velero()).custom("Schedule");
    }

    @Test
    void seven_days_and_four_weeks_are_kept_in_the_namespace_that_velero_watches() {
        assertThat(schedules)
                .allSatisfy(schedule ->
                        assertThat(schedule.getMetadata().getNamespace()).isEqualTo("velero"))
                .extracting(schedule -> (String) schedule.get("spec", "template", "ttl"))
                .containsExactlyInAnyOrder(24 * 7 + "h0m0s", 24 * 7 * 4 + "h0m0s");
    }

    @Test
    void all_of_prod_is_in_them_but_the_search_index() {
        Manifests prod =
                ManifestTree.manifests(Variation.of("prod", "smtp", "ingress", "plain-secrets", "opensearch-ha"));
        List<String> namespaces =
                prod.all(Namespace.class).stream().map(Manifests::nameOf).toList();
        List<String> engines = prod.all(StatefulSet.class).stream()
                .map(Manifests::nameOf)
                .filter(name -> name.startsWith("opensearch"))
                .toList();

        assertThat(schedules).hasSize(2).allSatisfy(schedule -> {
            assertThat(schedule.<List<String>>get("spec", "template", "includedNamespaces"))
                    .isEqualTo(namespaces);
            List<Map<String, List<String>>> without =
                    schedule.get("spec", "template", "labelSelector", "matchExpressions");
            assertThat(without).singleElement().satisfies(leaves -> assertThat(leaves.get("values"))
                    .containsAll(engines));
        });
    }
}
