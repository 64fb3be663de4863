package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network policies allow exactly what these tables say, which ARCHITECTURE.md repeats. */
class ConnectivityTest {

    private static final ConnectivityTable ALWAYS = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | edge | frontend | 3000 |
            | edge | api-gateway | 8080 |
            | api-gateway, products-api, orders-api | auth-service | 8081 |
            | frontend, api-gateway, orders-api | products-api | 8082 |
            | api-gateway | orders-api | 8083 |
            | auth-service, products-api, orders-api | postgresql | 5432 |
            | Prometheus | frontend, api-gateway, auth-service, products-api, orders-api | 9000 |
            | frontend, api-gateway, auth-service, products-api, orders-api | collector | 4318 |
            | frontend, api-gateway, auth-service, products-api, orders-api, postgresql | DNS | 53, 53/UDP |
            """);

    private static final ConnectivityTable ONE_REDIS = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | api-gateway, auth-service, products-api, orders-api | redis | 6379 |
            | redis | DNS | 53, 53/UDP |
            """);

    private static final ConnectivityTable ONE_OPENSEARCH = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | products-api | opensearch | 9200 |
            | opensearch | DNS | 53, 53/UDP |
            """);

    private static final ConnectivityTable OPENSEARCH_HA = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | products-api, opensearch-snapshot | opensearch-ha | 9200 |
            | opensearch-ha | opensearch-ha | 9300 |
            | opensearch-ha, opensearch-snapshot | DNS | 53, 53/UDP |
            """);

    private static final ConnectivityTable REDIS_HA = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | api-gateway, auth-service, products-api, orders-api, redis-ha | redis-ha | 26379, 6379 |
            | redis-ha | DNS | 53, 53/UDP |
            """);

    private static final ConnectivityTable POSTGRES_HA = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | postgresql, operator | postgresql | 5432, 8000 |
            | Prometheus | postgresql | 9187 |
            | postgresql | Kubernetes API | 6443 |
            | postgresql | internet | 443 |
            """);

    private static final ConnectivityTable BACKUP = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | postgresql-backup, postgresql-restore | postgresql | 5432 |
            | postgresql-backup, postgresql-restore | DNS | 53, 53/UDP |
            """);

    private static final ConnectivityTable SMTP = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | auth-service | internet | 587 |
            """);

    private static final ConnectivityTable CHAOS = new ConnectivityTable("""
            | from | to | port |
            | --- | --- | --- |
            | api-gateway-pod-delete, orders-api-pod-delete, products-api-pod-delete, pod-delete | Kubernetes API | 6443 |
            | api-gateway-pod-delete, orders-api-pod-delete, products-api-pod-delete, pod-delete | Prometheus | 9090 |
            | api-gateway-pod-delete, orders-api-pod-delete, products-api-pod-delete, pod-delete | api-gateway | 8080 |
            | api-gateway-pod-delete, orders-api-pod-delete, products-api-pod-delete, pod-delete | orders-api | 8083 |
            | api-gateway-pod-delete, orders-api-pod-delete, products-api-pod-delete, pod-delete | DNS | 53, 53/UDP |
            """);

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Variation#all")
    void exactly_the_named_connections_are_allowed(Variation variation) {
        Manifests manifests = ManifestTree.manifests(variation);

        var allowed = Connectivity.of(manifests, variation.has("ingress"));

        assertThat(allowed)
                .containsExactlyInAnyOrderElementsOf(expected(variation).edges());
    }

    @Test
    void the_architecture_shows_the_same_tables() {
        String architecture = Repository.text("ARCHITECTURE.md");

        assertThat(architecture)
                .contains(ALWAYS.markdown())
                .contains(rows(ONE_REDIS))
                .contains(rows(REDIS_HA))
                .contains(rows(ONE_OPENSEARCH))
                .contains(rows(OPENSEARCH_HA))
                .contains(rows(POSTGRES_HA))
                .contains(rows(BACKUP))
                .contains(rows(SMTP))
                .contains(rows(CHAOS));
    }

    @Test
    void one_edge_too_many_is_noticed() {
        Manifests manifests = ManifestTree.manifests(Variation.DEV);
        NetworkPolicy frontend = manifests.get(NetworkPolicy.class, "frontend");

        frontend.getSpec().getEgress().add(new NetworkPolicyEgressRule());

        assertThat(Connectivity.of(manifests, false)).contains("frontend -> internet: 443, 53/UDP, 587, 80");
    }

    @Test
    void one_edge_too_few_is_noticed() {
        Manifests manifests = ManifestTree.manifests(Variation.DEV);
        NetworkPolicyPeer prometheus = manifests
                .get(NetworkPolicy.class, "orders-api")
                .getSpec()
                .getIngress()
                .getLast()
                .getFrom()
                .getFirst();

        prometheus.getPodSelector().getMatchLabels().put("app.kubernetes.io/name", "prometheus-server");

        assertThat(Connectivity.of(manifests, false)).doesNotContain("Prometheus -> orders-api: 9000");
    }

    private static ConnectivityTable expected(Variation variation) {
        boolean isHighlyAvailable = !variation.overlay().equals("dev");
        ConnectivityTable table = ALWAYS.plus(isHighlyAvailable || variation.has("redis-ha") ? REDIS_HA : ONE_REDIS);
        table = table.plus(variation.has("opensearch-ha") ? OPENSEARCH_HA : ONE_OPENSEARCH);
        table = isHighlyAvailable || variation.has("postgres-ha") ? table.plus(POSTGRES_HA) : table;
        table = variation.has("backup") ? table.plus(BACKUP) : table;
        table = variation.has("smtp") ? table.plus(SMTP) : table;
        return variation.has("chaos") ? table.plus(CHAOS) : table;
    }

    private static String rows(ConnectivityTable table) {
        return table.markdown().lines().skip(2).reduce("", (text, line) -> text + line + "\n");
    }
}
