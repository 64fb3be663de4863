package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A component can be added to an environment that runs, and taken away again. */
class ComponentSwitchTest {

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Variation#all")
    void no_component_changes_what_cannot_be_changed(Variation variation) {
        String without = ManifestTree.yaml(Variation.of(variation.overlay()));
        String with = ManifestTree.yaml(variation);

        assertThat(ImmutableFields.clashes(without, with)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: StatefulSet, spec: {replicas: 1} | kind: StatefulSet, spec: {replicas: 3, podManagementPolicy: Parallel} | StatefulSet/x: podManagementPolicy
            kind: StatefulSet, spec: {serviceName: a} | kind: StatefulSet, spec: {serviceName: b} | StatefulSet/x: serviceName
            kind: Service, spec: {clusterIP: None} | kind: Service, spec: {ports: []}             | Service/x: clusterIP
            kind: Deployment, spec: {selector: {a: b}} | kind: Deployment, spec: {selector: {a: c}} | Deployment/x: selector
            kind: PriorityClass, value: 1 | kind: PriorityClass, value: 2                         | PriorityClass/x: value
            kind: PersistentVolumeClaim, spec: {accessModes: [a]} | kind: PersistentVolumeClaim, spec: {accessModes: [b]} | PersistentVolumeClaim/x: accessModes
            """)
    void a_clash_is_noticed(String before, String after, String clash) {
        String head = "metadata: {name: x}, ";

        assertThat(ImmutableFields.clashes("{" + head + before + "}", "{" + head + after + "}"))
                .containsExactly(clash + " cannot be changed");
    }

    /** A pod that comes back has another address; a Service keeps its own. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "redis", "opensearch"})
    void one_server_is_reached_at_an_address_that_stays(String store) {
        Service service = ManifestTree.manifests(Variation.DEV).get(Service.class, store);

        assertThat(service.getSpec().getClusterIP()).isNotEqualTo("None");
    }

    /** Sentinels tell clients which server to call: the one Service without an address. */
    @Test
    void the_servers_of_redis_ha_are_called_by_name() {
        Manifests manifests = ManifestTree.manifests(Variation.of("dev", "redis-ha"));

        assertThat(manifests.all(Service.class).stream()
                        .filter(service -> "None".equals(service.getSpec().getClusterIP()))
                        .map(Manifests::nameOf))
                .containsExactly("redis-ha");
    }
}
