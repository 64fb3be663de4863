package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each check sees what it is for: the manifests are broken in one place at a time. */
class BrokenManifestsTest {

    private static final String SERVICE = "orders-api";

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
    void images_that_are_whatever_was_pushed_last() {
        for (String image : List.of(
                "docker.io/library/redis",
                "docker.io/library/redis:latest",
                "docker.io/library/redis:8",
                "docker.io/library/redis:alpine",
                "redis:8.10.2",
                "localhost:5000/cloudshop/orders-api")) {
            Manifests manifests = dev();
            container(manifests).setImage(image);

            assertThat(new ImagesArePinned().problems(manifests)).containsExactly(image + " is not pinned");
        }
    }

    @Test
    void a_digest_pins_an_image() {
        Manifests manifests = dev();
        container(manifests).setImage("ghcr.io/cloudshop/orders-api@sha256:" + "0a".repeat(32));

        assertThat(new ImagesArePinned().problems(manifests)).isEmpty();
    }

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

    @Test
    void rights_that_nobody_needs() {
        String role = """
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader}
                rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
                """;
        Manifests manifests = ManifestReader.read(ManifestTree.yaml(Variation.DEV) + role);
        manifests.get(ServiceAccount.class, SERVICE).setAutomountServiceAccountToken(null);
        pod(manifests).setAutomountServiceAccountToken(true);
        pod(manifests).setServiceAccountName("default");

        assertThat(new RightsAreUsed().problems(manifests))
                .containsExactly(
                        "Role/reader grants what no pod uses",
                        "ServiceAccount/orders-api hands out a token",
                        "Deployment/orders-api mounts a token",
                        "Deployment/orders-api has no account of its own");
    }

    @Test
    void pods_that_the_restricted_profile_refuses() {
        Manifests manifests = dev();
        pod(manifests).setHostNetwork(true);
        pod(manifests).getSecurityContext().setRunAsNonRoot(null);
        pod(manifests).getSecurityContext().setSeccompProfile(null);
        pod(manifests).getVolumes().getFirst().setEmptyDir(null);
        pod(manifests).getVolumes().getFirst().setHostPath(new HostPathVolumeSource("/tmp", null));
        container(manifests).getSecurityContext().setPrivileged(true);
        container(manifests).getSecurityContext().setAllowPrivilegeEscalation(null);
        container(manifests).getSecurityContext().setReadOnlyRootFilesystem(false);
        container(manifests).getSecurityContext().setRunAsUser(0L);
        container(manifests)
                .getSecurityContext()
                .setCapabilities(new Capabilities(List.of("NET_ADMIN"), List.of("CHOWN")));
        container(manifests).getPorts().getFirst().setHostPort(8083);

        assertThat(new RestrictedPods().problems(manifests))
                .containsExactly(
                        "Deployment/orders-api: the host's network",
                        "Deployment/orders-api: a volume of a forbidden kind: tmp",
                        "Deployment/orders-api: orders-api: privileged",
                        "Deployment/orders-api: orders-api: privilege escalation",
                        "Deployment/orders-api: orders-api: does not drop ALL capabilities",
                        "Deployment/orders-api: orders-api: adds capabilities",
                        "Deployment/orders-api: orders-api: runAsNonRoot is not true",
                        "Deployment/orders-api: orders-api: runs as root",
                        "Deployment/orders-api: orders-api: no seccomp profile",
                        "Deployment/orders-api: orders-api: a port of the host",
                        "Deployment/orders-api: orders-api: a writable root file system");
    }

    @Test
    void a_rollout_that_loses_requests() {
        Manifests manifests = dev();
        Deployment deployment = manifests.get(Deployment.class, SERVICE);
        deployment.getSpec().setReplicas(3);
        deployment.getSpec().getStrategy().getRollingUpdate().setMaxUnavailable(new IntOrString("25%"));
        container(manifests).setEnv(List.of());
        pod(manifests).setTerminationGracePeriodSeconds(10L);
        manifests.objects().remove(manifests.get(PodDisruptionBudget.class, SERVICE));

        assertThat(new RollsWithoutDowntime().problems(manifests))
                .containsExactly(
                        "Deployment/orders-api: pods may be unavailable",
                        "Deployment/orders-api: no PodDisruptionBudget",
                        "Deployment/orders-api: replicas are set, which the autoscaler owns: each apply would reset them",
                        "Deployment/orders-api: does not wait for its endpoint to be forgotten",
                        "Deployment/orders-api: is killed before it has drained");
    }

    @Test
    void labels_that_are_missing_or_wrong() {
        Manifests manifests = dev();
        Deployment deployment = manifests.get(Deployment.class, SERVICE);
        deployment.getSpec().getTemplate().getMetadata().getLabels().remove("app.kubernetes.io/part-of");
        deployment.getSpec().getSelector().getMatchLabels().put("app.kubernetes.io/version", "0.1.0");
        container(manifests).setImage("docker.io/cloudshop/orders-api:0.2.0");

        assertThat(new LabelsAreComplete().problems(manifests))
                .containsExactly(
                        "pods of Deployment/orders-api: no label app.kubernetes.io/part-of",
                        "Deployment/orders-api: docker.io/cloudshop/orders-api:0.2.0 is labelled 0.1.0",
                        "Deployment/orders-api: a version in the selector");
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
                    .startsWith("PostgreSQL takes 420 connections, the services may open");
        }
    }

    @Test
    void a_store_is_checked_like_a_service() {
        Manifests manifests = dev();
        manifests
                .get(StatefulSet.class, "postgresql")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getSecurityContext()
                .setReadOnlyRootFilesystem(false);

        assertThat(new RestrictedPods().problems(manifests))
                .containsExactly("StatefulSet/postgresql: postgresql: a writable root file system");
    }

    private static Manifests dev() {
        return ManifestTree.manifests(Variation.DEV);
    }

    private static Manifests prod() {
        return ManifestTree.manifests(Variation.PROD);
    }

    private static PodSpec pod(Manifests manifests) {
        return manifests.get(Deployment.class, SERVICE).getSpec().getTemplate().getSpec();
    }

    private static Container container(Manifests manifests) {
        return pod(manifests).getContainers().getFirst();
    }
}
