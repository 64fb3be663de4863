package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recommended labels everywhere; none that changes with a release in a selector, because selectors cannot be changed; and
 * the version that a pod states is the one that its image has.
 */
final class LabelsAreComplete implements Check {

    private static final String VERSION = "app.kubernetes.io/version";
    private static final Set<String> EVERYWHERE = Set.of("app.kubernetes.io/part-of", "app.kubernetes.io/instance");
    private static final Set<String> OF_PODS = Set.of(
            "app.kubernetes.io/name",
            "app.kubernetes.io/component",
            "app.kubernetes.io/part-of",
            "app.kubernetes.io/instance");

    @Override
    public List<String> problems(Manifests manifests) {
        return Stream.of(
                        manifests.objects().stream()
                                .filter(object -> !(object instanceof Secret))
                                .flatMap(object -> missing(
                                        Manifests.title(object),
                                        EVERYWHERE,
                                        object.getMetadata().getLabels())),
                        manifests.podSets().stream()
                                .filter(pods -> pods.spec().isPresent())
                                .flatMap(pods -> missing("pods of " + pods.title(), OF_PODS, pods.labels())),
                        manifests.all(Deployment.class).stream().flatMap(LabelsAreComplete::wrongVersion),
                        manifests.all(Deployment.class).stream()
                                .flatMap(it -> changing(it, it.getSpec().getSelector())),
                        manifests.all(StatefulSet.class).stream()
                                .flatMap(it -> changing(it, it.getSpec().getSelector())))
                .flatMap(problems -> problems)
                .toList();
    }

    private static Stream<String> missing(String title, Set<String> wanted, Map<String, String> labels) {
        return wanted.stream()
                .filter(label -> labels == null || !labels.containsKey(label))
                .sorted()
                .map(label -> "%s: no label %s".formatted(title, label));
    }

    private static Stream<String> wrongVersion(Deployment deployment) {
        var template = deployment.getSpec().getTemplate();
        String image = template.getSpec().getContainers().getFirst().getImage();
        String version = template.getMetadata().getLabels().get(VERSION);
        boolean isRight = version != null
                && version.equals(deployment.getMetadata().getLabels().get(VERSION))
                && (image.contains("@") || image.endsWith(":" + version));
        return isRight
                ? Stream.empty()
                : Stream.of("%s: %s is labelled %s".formatted(Manifests.title(deployment), image, version));
    }

    private static Stream<String> changing(HasMetadata object, LabelSelector selector) {
        return selector.getMatchLabels().containsKey(VERSION)
                ? Stream.of(Manifests.title(object) + ": a version in the selector")
                : Stream.empty();
    }
}
