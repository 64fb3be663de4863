package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** An apply of what is there already changes nothing: what is sent has the form in which it is stored. */
class StoredAsSentTest {

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Variation#all")
    void nothing_is_stored_otherwise(Variation variation) {
        assertThat(differences(ManifestTree.yaml(variation))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void monitors_beside_prometheus_neither(String environment) {
        assertThat(differences(ManifestTree.monitors(environment))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {podSelector: {}, egress: []} | spec.egress is empty
            apiVersion: v1, kind: ConfigMap, immutable: null                                          | immutable is null
            apiVersion: v1, kind: Pod, spec: {hostNetwork: false}                                     | spec.hostNetwork: false is not stored
            apiVersion: v1, kind: Pod, spec: {containers: [{livenessProbe: {initialDelaySeconds: 0}}]}| spec.containers[].livenessProbe.initialDelaySeconds: 0 is not stored
            apiVersion: v1, kind: Pod, spec: {containers: [{env: [{name: A}, {name: A}]}]}            | spec.containers[].env has A twice
            apiVersion: v1, kind: ResourceQuota, spec: {hard: {limits.cpu: 40}}                       | spec.hard.limits.cpu: 40 is stored as a string
            apiVersion: v1, kind: ResourceQuota, spec: {hard: {limits.cpu: 1000m}}                    | spec.hard.limits.cpu: 1000m has a shorter form
            apiVersion: v1, kind: ResourceQuota, spec: {hard: {limits.cpu: '0.5'}}                    | spec.hard.limits.cpu: 0.5 has a shorter form
            apiVersion: v1, kind: ResourceQuota, spec: {hard: {limits.memory: 2048Mi}}                | spec.hard.limits.memory: 2048Mi has a shorter form
            apiVersion: v1, kind: Secret, stringData: {a: b}                                          | stringData is never stored
            apiVersion: v1, kind: Secret, status: {phase: b}                                          | status is never stored
            apiVersion: apps/v1, kind: StatefulSet, spec: {volumeClaimTemplates: [{apiVersion: v1, kind: PersistentVolumeClaim, status: {phase: Pending}}]} | spec.volumeClaimTemplates: the server adds spec.volumeMode
            apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, spec: {parentRefs: [{kind: Gateway, name: x}]} | spec.parentRefs: the server adds group
            """)
    void a_difference_is_noticed(String object, String difference) {
        Map<String, Object> parsed = new Yaml().load("{metadata: {name: x}, " + object + "}");

        assertThat(StoredForm.differences(parsed)).containsExactly(parsed.get("kind") + "/x: " + difference);
    }

    @Test
    void what_only_looks_empty_is_left_alone() {
        Map<String, Object> parsed = new Yaml().load("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: x}
                spec:
                  strategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 0}}
                  template:
                    spec:
                      enableServiceLinks: false
                      volumes: [{name: tmp, emptyDir: {}}]
                      containers: [{resources: {limits: {cpu: "1", memory: 1536Mi}, requests: {cpu: 50m, memory: 1Gi}}}]
                """);

        assertThat(StoredForm.differences(parsed)).isEmpty();
    }

    private static List<String> differences(String yaml) {
        List<String> differences = new ArrayList<>();
        for (Object object : new Yaml().loadAll(yaml)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> fields = (Map<String, Object>) object;
            differences.addAll(StoredForm.differences(fields));
        }
        return differences;
    }
}
