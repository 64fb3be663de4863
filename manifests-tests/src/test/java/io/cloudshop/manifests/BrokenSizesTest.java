package io.cloudshop.manifests;

import static io.cloudshop.manifests.OrdersApi.SERVICE;
import static io.cloudshop.manifests.OrdersApi.dev;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too small for what may run is seen: the manifests are broken in one place at a time. */
class BrokenSizesTest {

    @Test
    void a_quota_too_small_for_the_autoscalers() {
        Manifests manifests = dev();
        manifests.get(HorizontalPodAutoscaler.class, SERVICE).getSpec().setMaxReplicas(40);

        assertThat(new QuotaAdmits().problems(manifests))
                .anySatisfy(problem -> assertThat(problem).contains("pods is 40"))
                .anySatisfy(problem -> assertThat(problem).contains("requests.memory is 18Gi"));
    }

    @Test
    void a_quota_too_small_for_the_volumes() {
        Manifests manifests = dev();
        manifests
                .get(ResourceQuota.class, "cloudshop")
                .getSpec()
                .getHard()
                .put("requests.storage", new Quantity("15Gi"));

        assertThat(new QuotaAdmits().problems(manifests))
                .singleElement()
                .asString()
                .contains("requests.storage is 15Gi");
    }

    @Test
    void more_connections_than_the_database_takes() {
        for (Variation variation : List.of(Variation.DEV, Variation.PROD)) {
            Manifests manifests = ManifestTree.manifests(variation);
            manifests.all(ConfigMap.class).stream()
                    .filter(map -> Manifests.nameOf(map).startsWith("orders-api-config"))
                    .forEach(map -> map.getData().put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "100"));

            assertThat(new ConnectionsFit().problems(manifests))
                    .singleElement()
                    .asString()
                    .startsWith("PostgreSQL takes 460 connections, the services may open");
        }
    }
}
