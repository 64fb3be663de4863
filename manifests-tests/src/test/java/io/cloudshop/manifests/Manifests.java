package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of one environment. */
record Manifests(List<HasMetadata> objects) {

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return all(type).stream().filter(object -> nameOf(object).equals(name)).findFirst();
    }

    <T extends HasMetadata> T get(Class<T> type, String name) {
        return find(type, name).orElseThrow(() -> new NoSuchElementException(type.getSimpleName() + "/" + name));
    }

    /** Objects of an operator's own kind. */
    List<GenericKubernetesResource> custom(String kind) {
        return all(GenericKubernetesResource.class).stream()
                .filter(object -> object.getKind().equals(kind))
                .toList();
    }

    /** Everything that becomes pods, an operator's clusters included. */
    List<PodSet> podSets() {
        return Stream.of(
                        all(Deployment.class).stream().map(this::podSet),
                        all(StatefulSet.class).stream().map(PodSet::of),
                        all(CronJob.class).stream().map(PodSet::of),
                        Stream.of("ChaosEngine", "ChaosExperiment")
                                .flatMap(kind -> custom(kind).stream())
                                .map(PodSet::ofChaos),
                        custom("Cluster").stream().map(cluster -> PodSet.of(cluster, custom("ObjectStore"))))
                .flatMap(sets -> sets)
                .toList();
    }

    Optional<HorizontalPodAutoscaler> autoscaler(Deployment deployment) {
        return all(HorizontalPodAutoscaler.class).stream()
                .filter(autoscaler ->
                        autoscaler.getSpec().getScaleTargetRef().getName().equals(nameOf(deployment)))
                .findFirst();
    }

    /** The Rollout that runs the pods in the Deployment's place. */
    Optional<GenericKubernetesResource> rollout(Deployment deployment) {
        return custom("Rollout").stream()
                .filter(rollout ->
                        rollout.<String>get("spec", "workloadRef", "name").equals(nameOf(deployment)))
                .findFirst();
    }

    static String nameOf(HasMetadata object) {
        return object.getMetadata().getName();
    }

    /** How problems name an object: {@code Deployment/auth-service}. */
    static String title(HasMetadata object) {
        return object.getKind() + "/" + nameOf(object);
    }

    private PodSet podSet(Deployment deployment) {
        return rollout(deployment)
                .map(rollout -> PodSet.of(rollout, deployment, autoscaler(deployment)))
                .orElseGet(() -> PodSet.of(deployment, autoscaler(deployment)));
    }
}
