package io.cloudshop.manifests;

import io.cloudshop.manifests.KyvernoPolicy.Registry;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Admission policies really refuse, are about pods, ask for a signature of each service's image, and let our pods in. */
final class PoliciesCover implements Check {

    private static final String OF_IMAGES = "NamespacedImageValidatingPolicy";

    @Override
    public List<String> problems(Manifests manifests) {
        Registry everythingOfOurs = everythingOfOurs(manifests);
        return Stream.of("NamespacedValidatingPolicy", OF_IMAGES)
                .flatMap(kind -> manifests.custom(kind).stream())
                .flatMap(policy -> problems(policy, manifests, everythingOfOurs)
                        .map(problem -> Manifests.title(policy) + ": " + problem))
                .toList();
    }

    private static Stream<String> problems(GenericKubernetesResource policy, Manifests manifests, Registry registry) {
        KyvernoPolicy asked = new KyvernoPolicy(policy);
        Stream<String> unsigned = policy.getKind().equals(OF_IMAGES)
                ? imagesOfServices(manifests)
                        .filter(image -> !asked.concerns(image))
                        .map("no signature asked of %s"::formatted)
                : Stream.empty();
        Stream<String> refused = manifests.podSets().stream()
                .filter(pods -> pods.spec().isPresent())
                .flatMap(pods -> asked.refusals(pod(pods), registry).stream()
                        .map(message -> "refuses %s: %s".formatted(pods.title(), message)));
        return Stream.of(
                        when(!List.of("Deny").equals(policy.get("spec", "validationActions")), "does not deny"),
                        when(!"Fail".equals(policy.get("spec", "failurePolicy")), "lets through what it cannot judge"),
                        when(!isAboutPods(policy), "does not look at pods"),
                        unsigned,
                        refused)
                .flatMap(problems -> problems);
    }

    private static boolean isAboutPods(GenericKubernetesResource policy) {
        return policy.<List<Map<String, List<String>>>>get("spec", "matchConstraints", "resourceRules").stream()
                .anyMatch(rule -> rule.get("apiGroups").contains("")
                        && rule.get("resources").contains("pods")
                        && rule.get("operations").contains("CREATE"));
    }

    private static Registry everythingOfOurs(Manifests manifests) {
        Set<String> images = imagesOfServices(manifests).collect(Collectors.toSet());
        return new Registry(images, images);
    }

    private static Stream<String> imagesOfServices(Manifests manifests) {
        return manifests.all(Deployment.class).stream()
                .flatMap(it -> it.getSpec().getTemplate().getSpec().getContainers().stream())
                .map(Container::getImage);
    }

    private static Pod pod(PodSet pods) {
        Pod pod = new Pod();
        pod.setMetadata(new ObjectMeta());
        pod.getMetadata().setLabels(pods.labels());
        pod.setSpec(pods.spec().orElseThrow());
        return pod;
    }

    private static Stream<String> when(boolean isWrong, String problem) {
        return isWrong ? Stream.of(problem) : Stream.empty();
    }
}
