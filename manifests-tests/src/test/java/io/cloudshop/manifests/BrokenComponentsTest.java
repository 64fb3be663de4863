package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each check sees what it is for in the optional components: they are broken in one place at a time. */
class BrokenComponentsTest {

    private static final Variation BACKUP = Variation.of("dev", "backup");
    private static final Variation CHAOS = Variation.of("staging", "chaos");
    private static final Variation ROLLOUTS = Variation.of("prod", "rollouts", "policies");

    @Test
    void a_job_that_piles_up_or_never_ends() {
        Manifests manifests = ManifestTree.manifests(BACKUP);
        CronJob backup = manifests.get(CronJob.class, "postgresql-backup");
        backup.getSpec().setConcurrencyPolicy(null);
        backup.getSpec().setStartingDeadlineSeconds(null);
        backup.getSpec().getJobTemplate().getSpec().setActiveDeadlineSeconds(null);
        backup.getSpec().getJobTemplate().getSpec().setBackoffLimit(null);
        pod(backup).setRestartPolicy("OnFailure");

        assertThat(new JobsEnd().problems(manifests))
                .containsExactly(
                        "CronJob/postgresql-backup: may run twice at once",
                        "CronJob/postgresql-backup: no deadline to start",
                        "CronJob/postgresql-backup: no deadline to end",
                        "CronJob/postgresql-backup: no limit to its attempts",
                        "CronJob/postgresql-backup: restarts over the log of what failed");
    }

    @Test
    void a_job_is_checked_like_a_service() {
        Manifests manifests = ManifestTree.manifests(BACKUP);
        PodSpec pod = pod(manifests.get(CronJob.class, "postgresql-backup"));
        pod.getContainers().getFirst().getSecurityContext().setAllowPrivilegeEscalation(null);
        pod.getContainers().getFirst().setImage("docker.io/library/postgres:17");
        pod.setServiceAccountName("default");
        pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals("backups"))
                .forEach(volume -> volume.getPersistentVolumeClaim().setClaimName("backups"));

        assertThat(new RestrictedPods().problems(manifests))
                .containsExactly("CronJob/postgresql-backup: dump: privilege escalation");
        assertThat(new ImagesArePinned().problems(manifests))
                .containsExactly("docker.io/library/postgres:17 is not pinned");
        assertThat(new RightsAreUsed().problems(manifests))
                .containsExactly("CronJob/postgresql-backup has no account of its own");
        assertThat(new ReferencesResolve().problems(manifests))
                .containsExactly("CronJob/postgresql-backup: no PersistentVolumeClaim backups");
    }

    @Test
    void a_volume_of_its_own_counts() {
        Manifests manifests = ManifestTree.manifests(BACKUP);
        manifests
                .get(PersistentVolumeClaim.class, "postgresql-backup")
                .getSpec()
                .getResources()
                .setRequests(Map.of("storage", new Quantity("90Gi")));

        assertThat(new QuotaAdmits().problems(manifests))
                .singleElement()
                .asString()
                .contains("requests.storage is 80Gi");
    }

    @Test
    void a_backup_that_cannot_reach_its_database() {
        Manifests manifests = ManifestTree.manifests(BACKUP);
        manifests.objects().remove(manifests.get(NetworkPolicy.class, "postgresql-from-backup"));

        assertThat(Connectivity.of(manifests, false))
                .contains("postgresql-backup -> DNS: 53, 53/UDP")
                .doesNotContain("postgresql-backup -> postgresql: 5432");
    }

    @Test
    void chaos_that_may_do_more_than_it_must() {
        Manifests manifests = ManifestTree.manifests(CHAOS);
        manifests.get(Role.class, "chaos").getRules().getFirst().setVerbs(List.of("get", "create"));
        manifests.get(RoleBinding.class, "chaos").getSubjects().getFirst().setName("orders-api");
        manifests
                .get(Deployment.class, "orders-api")
                .getSpec()
                .getTemplate()
                .getSpec()
                .setServiceAccountName("chaos");

        assertThat(new RightsAreUsed().problems(manifests))
                .containsExactly(
                        "Role/chaos grants create /pods, which Litmus does not need",
                        "RoleBinding/chaos grants what no pod uses",
                        "Deployment/orders-api has no account of its own");
    }

    @Test
    void chaos_that_the_namespace_would_refuse() {
        Manifests manifests = ManifestTree.manifests(CHAOS);
        GenericKubernetesResource experiment =
                manifests.custom("ChaosExperiment").getFirst();
        experiment.<Map<String, Object>>get("spec", "definition").put("hostPID", true);
        experiment
                .<Map<String, Object>>get("spec", "definition", "securityContext", "podSecurityContext")
                .remove("seccompProfile");
        experiment
                .<Map<String, Object>>get("spec", "definition")
                .put("image", "docker.io/litmuschaos/go-runner:latest");

        assertThat(new RestrictedPods().problems(manifests))
                .containsExactly(
                        "ChaosExperiment/pod-delete: the host's processes",
                        "ChaosExperiment/pod-delete: pod-delete: no seccomp profile");
        assertThat(new ImagesArePinned().problems(manifests))
                .containsExactly("docker.io/litmuschaos/go-runner:latest is not pinned");
    }

    @Test
    void chaos_that_hits_nobody() {
        Manifests manifests = ManifestTree.manifests(CHAOS);
        manifests
                .custom("ChaosEngine")
                .getFirst()
                .<Map<String, Object>>get("spec", "appinfo")
                .put("appkind", "statefulset");

        assertThat(new SelectorsMatch().problems(manifests))
                .containsExactly("ChaosEngine/api-gateway-pod-delete: selects [] instead of [api-gateway]");
    }

    @Test
    void chaos_without_its_experiment() {
        Manifests manifests = ManifestTree.manifests(CHAOS);
        manifests.objects().removeIf(object -> Manifests.title(object).equals("ChaosExperiment/pod-delete"));

        assertThat(new ReferencesResolve().problems(manifests))
                .containsExactly(
                        "ChaosEngine/api-gateway-pod-delete: no ChaosExperiment pod-delete",
                        "ChaosEngine/orders-api-pod-delete: no ChaosExperiment pod-delete",
                        "ChaosEngine/products-api-pod-delete: no ChaosExperiment pod-delete");
    }

    @Test
    void chaos_that_starts_by_itself_or_asks_about_elsewhere() {
        assertThat(ManifestTree.manifests(CHAOS).custom("ChaosEngine"))
                .hasSize(3)
                .allSatisfy(engine -> {
                    assertThat(engine.<String>get("spec", "engineState")).isEqualTo("stop");
                    assertThat(engine.toString())
                            .contains("namespace='cloudshop-staging'")
                            .doesNotContain("namespace='cloudshop'");
                });
    }

    @Test
    void an_autoscaler_that_still_scales_the_deployment() {
        Manifests manifests = ManifestTree.manifests(ROLLOUTS);
        manifests
                .get(HorizontalPodAutoscaler.class, "orders-api")
                .getSpec()
                .getScaleTargetRef()
                .setKind("Deployment");

        assertThat(new SelectorsMatch().problems(manifests))
                .containsExactly("HorizontalPodAutoscaler/orders-api: there is no Deployment/orders-api");
    }

    @Test
    void a_canary_that_nobody_judges() {
        Manifests manifests = ManifestTree.manifests(ROLLOUTS);
        manifests.objects().removeIf(object -> Manifests.title(object).equals("AnalysisTemplate/canary"));
        GenericKubernetesResource frontend = rollout(manifests, "frontend");
        frontend.<List<Object>>get("spec", "strategy", "canary", "steps").clear();

        assertThat(new CanariesAreJudged().problems(manifests))
                .contains("Rollout/frontend: nothing judges it", "Rollout/orders-api: no AnalysisTemplate canary");
    }

    @Test
    void a_canary_that_loses_requests_or_selects_others() {
        Manifests manifests = ManifestTree.manifests(ROLLOUTS);
        GenericKubernetesResource orders = rollout(manifests, "orders-api");
        orders.<Map<String, Object>>get("spec").put("replicas", 3);
        orders.<Map<String, Object>>get("spec", "strategy", "canary").put("maxUnavailable", "25%");
        orders.<Map<String, Object>>get("spec", "selector", "matchLabels").put("tier", "backend");
        List<Map<String, Map<String, List<Object>>>> steps = orders.get("spec", "strategy", "canary", "steps");
        steps.getLast().get("analysis").get("args").removeLast();

        assertThat(new CanariesAreJudged().problems(manifests))
                .containsExactly(
                        "Rollout/orders-api: selects other pods than the Deployment",
                        "Rollout/orders-api: pods may be unavailable",
                        "Rollout/orders-api: replicas are set, which the autoscaler owns",
                        "Rollout/orders-api: the analysis canary lacks [hash]");
    }

    private static GenericKubernetesResource rollout(Manifests manifests, String name) {
        return manifests.custom("Rollout").stream()
                .filter(rollout -> Manifests.nameOf(rollout).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PodSpec pod(CronJob job) {
        return job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    }
}
