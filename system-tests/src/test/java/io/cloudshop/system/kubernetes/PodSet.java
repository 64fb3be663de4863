package io.cloudshop.system.kubernetes;

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
        PodSpec spec = deployment.getSpec().getTemplate().getSpec();
        int replicas = autoscaler
                .map(it -> it.getSpec().getMaxReplicas())
                .or(() -> Optional.ofNullable(deployment.getSpec().getReplicas()))
                .orElse(1);
        IntOrString surge =
                deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge();
        return new PodSet(
                Manifests.title(deployment),
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

    private static Quantity size(PersistentVolumeClaim claim) {
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
