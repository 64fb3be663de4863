package io.cloudshop.manifests;

import static io.cloudshop.manifests.OrdersApi.SERVICE;
import static io.cloudshop.manifests.OrdersApi.dev;
import static io.cloudshop.manifests.OrdersApi.pod;
import static io.cloudshop.manifests.OrdersApi.prod;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever selects pods is seen to select the right ones: the manifests are broken in one place at a time. */
class BrokenSelectorsTest {

    @Test
    void a_service_that_selects_nothing() {
        Manifests manifests = dev();
        manifests.get(Service.class, SERVICE).getSpec().getSelector().put("app.kubernetes.io/name", "order-api");

        assertThat(new SelectorsMatch().problems(manifests))
                .containsExactly("Service/orders-api: selects [] instead of [orders-api]");
    }

    @Test
    void a_budget_that_covers_too_much() {
        Manifests manifests = dev();
        manifests
                .get(PodDisruptionBudget.class, SERVICE)
                .getSpec()
                .getSelector()
                .setMatchLabels(Map.of("app.kubernetes.io/component", "service"));

        assertThat(new SelectorsMatch().problems(manifests))
                .singleElement()
                .asString()
                .startsWith("PodDisruptionBudget/orders-api: selects [api-gateway, auth-service, ");
    }

    @Test
    void a_policy_for_nobody() {
        Manifests manifests = dev();
        manifests
                .get(NetworkPolicy.class, SERVICE)
                .getSpec()
                .getPodSelector()
                .getMatchLabels()
                .put("tier", "backend");

        assertThat(new SelectorsMatch().problems(manifests))
                .containsExactly("NetworkPolicy/orders-api: selects [] instead of [orders-api]");
    }

    @Test
    void a_policy_that_names_a_peer_nobody_is() {
        Manifests manifests = dev();
        manifests
                .get(NetworkPolicy.class, SERVICE)
                .getSpec()
                .getIngress()
                .getFirst()
                .getFrom()
                .getFirst()
                .getPodSelector()
                .setMatchLabels(Map.of("app.kubernetes.io/name", "gateway"));

        assertThat(new SelectorsMatch().problems(manifests))
                .singleElement()
                .asString()
                .contains("NetworkPolicy/orders-api: the peer", "is no pod");
    }

    @Test
    void a_default_deny_that_leaves_pods_out() {
        Manifests manifests = dev();
        manifests
                .get(NetworkPolicy.class, "default-deny")
                .getSpec()
                .getPodSelector()
                .setMatchLabels(Map.of("app.kubernetes.io/component", "service"));

        assertThat(new SelectorsMatch().problems(manifests))
                .singleElement()
                .asString()
                .startsWith("NetworkPolicy/default-deny: selects");
    }

    @Test
    void an_autoscaler_without_a_target() {
        Manifests manifests = dev();
        manifests
                .get(HorizontalPodAutoscaler.class, SERVICE)
                .getSpec()
                .getScaleTargetRef()
                .setName("orders");

        assertThat(new SelectorsMatch().problems(manifests))
                .containsExactly("HorizontalPodAutoscaler/orders-api: there is no Deployment/orders");
    }

    @Test
    void monitors_that_find_nothing() {
        Manifests manifests = prod();
        manifests.get(ServiceMonitor.class, SERVICE).getSpec().getSelector().setMatchLabels(Map.of("app", SERVICE));
        manifests.get(PodMonitor.class, "postgresql").getSpec().getSelector().setMatchLabels(Map.of("app", "pg"));

        assertThat(new SelectorsMatch().problems(manifests))
                .containsExactly(
                        "PodMonitor/postgresql: selects [] instead of [postgresql]",
                        "ServiceMonitor/orders-api: selects [] instead of [orders-api]");
    }

    @Test
    void spreading_that_looks_at_other_pods() {
        Manifests manifests = dev();
        pod(manifests)
                .getTopologySpreadConstraints()
                .getFirst()
                .getLabelSelector()
                .setMatchLabels(Map.of("app.kubernetes.io/name", "products-api"));
        pod(manifests)
                .getAffinity()
                .getPodAntiAffinity()
                .getPreferredDuringSchedulingIgnoredDuringExecution()
                .getFirst()
                .getPodAffinityTerm()
                .getLabelSelector()
                .setMatchLabels(Map.of("app", "x"));

        assertThat(new SelectorsMatch().problems(manifests))
                .containsExactly(
                        "Deployment/orders-api spreads: selects [products-api] instead of [orders-api]",
                        "Deployment/orders-api spreads: selects [] instead of [orders-api]");
    }
}
