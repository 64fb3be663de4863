package io.cloudshop.manifests;

import static io.cloudshop.manifests.OrdersApi.SERVICE;
import static io.cloudshop.manifests.OrdersApi.container;
import static io.cloudshop.manifests.OrdersApi.dev;
import static io.cloudshop.manifests.OrdersApi.pod;
import static io.cloudshop.manifests.OrdersApi.prod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import org.junit.jupiter.api.Test;

/** Whatever is named is seen to exist, by the names the API knows: the manifests are broken in one place at a time. */
class BrokenReferencesTest {

    @Test
    void an_unknown_field_is_refused() {
        String yaml = ManifestTree.yaml(Variation.DEV).replaceFirst("minReplicas:", "minimumReplicas:");

        assertThatThrownBy(() -> ManifestReader.read(yaml)).hasMessageContaining("minimumReplicas");
    }

    @Test
    void an_unknown_kind_is_refused() {
        String yaml = ManifestTree.yaml(Variation.DEV).replaceFirst("autoscaling/v2", "autoscaling/v2beta2");

        assertThatThrownBy(() -> ManifestReader.read(yaml)).hasMessageContaining("no model for autoscaling/v2beta2");
    }

    @Test
    void ports_that_nobody_listens_on() {
        Manifests manifests = prod();
        manifests.get(Service.class, SERVICE).getSpec().getPorts().getFirst().setTargetPort(new IntOrString(8080));
        manifests
                .get(HTTPRoute.class, "api")
                .getSpec()
                .getRules()
                .getFirst()
                .getBackendRefs()
                .getFirst()
                .setPort(80);
        manifests
                .get(ServiceMonitor.class, SERVICE)
                .getSpec()
                .getEndpoints()
                .getFirst()
                .setTargetPort(new IntOrString("metrics"));
        container(manifests).getLivenessProbe().getHttpGet().setPort(new IntOrString("admin"));

        assertThat(new PortsExist().problems(manifests))
                .containsExactly(
                        "Service/orders-api: Deployment/orders-api has no port 8080",
                        "HTTPRoute/api: no Service api-gateway with port 80",
                        "ServiceMonitor/orders-api: Deployment/orders-api has no port metrics",
                        "Deployment/orders-api: a probe asks for port admin, which orders-api does not have");
    }

    @Test
    void references_to_what_is_not_there() {
        Manifests manifests = dev();
        pod(manifests).setServiceAccountName("orders");
        pod(manifests).setPriorityClassName("high");
        container(manifests).getEnvFrom().getFirst().getConfigMapRef().setName("orders-config");
        manifests.get(Secret.class, "redis").getData().remove("password");
        manifests.objects().remove(manifests.get(Secret.class, "auth-signing-keys"));

        assertThat(new ReferencesResolve().problems(manifests))
                .contains(
                        "Deployment/orders-api: no ServiceAccount orders",
                        "Deployment/orders-api: no PriorityClass high",
                        "Deployment/orders-api: no ConfigMap orders-config",
                        "Deployment/orders-api: Secret redis has no key password",
                        "StatefulSet/redis: Secret redis has no key password",
                        "Deployment/auth-service: no Secret auth-signing-keys");
    }

    @Test
    void a_secret_that_the_vault_is_not_asked_for() {
        Manifests manifests = prod();
        manifests.objects().removeIf(object -> Manifests.title(object).equals("ExternalSecret/postgresql-backup"));

        assertThat(new ReferencesResolve().problems(manifests))
                .containsOnly("ObjectStore/postgresql-backup: no Secret postgresql-backup");
    }

    @Test
    void a_certificate_that_nobody_issues() {
        Manifests manifests = prod();
        manifests.objects().removeIf(object -> Manifests.title(object).equals("Issuer/cloudshop"));

        assertThat(new ReferencesResolve().problems(manifests))
                .containsExactly("Certificate/cloudshop: its issuer does not exist");
    }

    @Test
    void probes_and_metrics_that_nobody_answers() {
        Manifests manifests = prod();
        container(manifests).getReadinessProbe().getHttpGet().setPath("/q/health/ready");
        container(manifests).getLivenessProbe().getHttpGet().setPort(new IntOrString(8083));
        container(manifests).setStartupProbe(null);
        manifests
                .get(ServiceMonitor.class, SERVICE)
                .getSpec()
                .getEndpoints()
                .getFirst()
                .setPath("/q/metrics");

        assertThat(new ProbesAreServed().problems(manifests))
                .containsExactly(
                        "Deployment/orders-api: orders-api lacks a probe",
                        "Deployment/orders-api: no probe of /health/started on port 9000",
                        "Deployment/orders-api: no probe of /health/live on port 9000",
                        "Deployment/orders-api: no probe of /health/ready on port 9000",
                        "ServiceMonitor/orders-api: metrics are not at /q/metrics");
    }
}
