package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pods that are alike.
 *
 * @param title as problems name it
 * @param labels the pods' labels
 * @param spec empty where an operator writes the pods
 * @param ports numbers by name
 * @param most the most pods that there can be at once, those of a rolling update included
 * @param need what one pod asks for
 * @param volumes sizes of the volumes that each pod claims
 */
record PodSet(
        String title,
        Map<String, String> labels,
        Optional<PodSpec> spec,
        Map<String, Integer> ports,
        int most,
        Need need,
        List<Quantity> volumes) {

    static PodSet of(Deployment deployment, Optional<HorizontalPodAutoscaler> autoscaler) {
        IntOrString surge =
                deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge();
        return of(Manifests.title(deployment), deployment, autoscaler, surge);
    }

    /** As the Deployment says, of which the Rollout takes the pods over. */
    static PodSet of(
            GenericKubernetesResource rollout, Deployment deployment, Optional<HorizontalPodAutoscaler> autoscaler) {
        IntOrString surge = new IntOrString(rollout.<Object>get("spec", "strategy", "canary", "maxSurge"));
        return of(Manifests.title(rollout), deployment, autoscaler, surge);
    }

    private static PodSet of(
            String title, Deployment deployment, Optional<HorizontalPodAutoscaler> autoscaler, IntOrString surge) {
        PodSpec spec = deployment.getSpec().getTemplate().getSpec();
        int replicas = autoscaler
                .map(it -> it.getSpec().getMaxReplicas())
                .or(() -> Optional.ofNullable(deployment.getSpec().getReplicas()))
                .orElse(1);
        return new PodSet(
                title,
                deployment.getSpec().getTemplate().getMetadata().getLabels(),
                Optional.of(spec),
                ports(spec),
                replicas + roundedUp(surge, replicas),
                Need.of(spec),
                List.of());
    }

    static PodSet of(StatefulSet set) {
        PodSpec spec = set.getSpec().getTemplate().getSpec();
        List<Quantity> volumes = set.getSpec().getVolumeClaimTemplates().stream()
                .map(PodSet::size)
                .toList();
        return new PodSet(
                Manifests.title(set),
                set.getSpec().getTemplate().getMetadata().getLabels(),
                Optional.of(spec),
                ports(spec),
                set.getSpec().getReplicas(),
                Need.of(spec),
                volumes);
    }

    /** One at a time: that it is so, {@link JobsEnd} checks. */
    static PodSet of(CronJob job) {
        var template = job.getSpec().getJobTemplate().getSpec().getTemplate();
        return new PodSet(
                Manifests.title(job),
                template.getMetadata().getLabels(),
                Optional.of(template.getSpec()),
                ports(template.getSpec()),
                1,
                Need.of(template.getSpec()),
                List.of());
    }

    /** A pod of Litmus: an engine's runner, or the experiment that the runner starts. Of its own it asks for nothing. */
    static PodSet ofChaos(GenericKubernetesResource chaos) {
        Map<String, String> labels = chaos.getKind().equals("ChaosEngine")
                ? chaos.get("spec", "components", "runner", "runnerLabels")
                : chaos.get("spec", "definition", "labels");
        return new PodSet(Manifests.title(chaos), labels, Optional.empty(), Map.of(), 1, Need.NOTHING, List.of());
    }

    /** Instances of a CloudNativePG cluster, as its operator makes them. */
    static PodSet of(GenericKubernetesResource cluster, List<GenericKubernetesResource> objectStores) {
        Map<String, String> labels =
                new TreeMap<>(cluster.<Map<String, String>>get("spec", "inheritedMetadata", "labels"));
        labels.put("cnpg.io/cluster", Manifests.nameOf(cluster));
        labels.put("cnpg.io/podRole", "instance");
        List<Quantity> volumes = Stream.of("storage", "walStorage")
                .map(kind -> Quantity.parse(cluster.<String>get("spec", kind, "size")))
                .toList();
        Need sidecar = objectStores.stream()
                .map(store -> Need.ofResources(store.get("spec", "instanceSidecarConfiguration", "resources")))
                .reduce(Need.NOTHING, Need::plus);
        return new PodSet(
                Manifests.title(cluster),
                labels,
                Optional.empty(),
                Map.of("postgresql", 5432, "status", 8000, "metrics", 9187),
                cluster.<Integer>get("spec", "instances"),
                Need.ofResources(cluster.get("spec", "resources")).plus(sidecar),
                volumes);
    }

    /** Containers that run and those that ran before them; none where an operator writes the pods. */
    List<Container> containers() {
        return spec.stream()
                .flatMap(it -> Stream.concat(it.getInitContainers().stream(), it.getContainers().stream()))
                .toList();
    }

    String name() {
        return title.substring(title.indexOf('/') + 1);
    }

    static Quantity size(PersistentVolumeClaim claim) {
        return claim.getSpec().getResources().getRequests().get("storage");
    }

    private static Map<String, Integer> ports(PodSpec spec) {
        return spec.getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    private static int roundedUp(IntOrString share, int of) {
        return share.getStrVal() == null
                ? share.getIntVal()
                : Math.ceilDiv(Integer.parseInt(share.getStrVal().replace("%", "")) * of, 100);
    }
}
