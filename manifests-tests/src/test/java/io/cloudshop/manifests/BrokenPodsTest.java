package io.cloudshop.manifests;

import static io.cloudshop.manifests.OrdersApi.SERVICE;
import static io.cloudshop.manifests.OrdersApi.container;
import static io.cloudshop.manifests.OrdersApi.dev;
import static io.cloudshop.manifests.OrdersApi.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pod must not be or do is seen: the manifests are broken in one place at a time. */
class BrokenPodsTest {

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
}
