package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Rollout takes over a Deployment that exists, selects the same pods, takes none away before another is ready, leaves their
 * number to the autoscaler, and is judged by an analysis that exists and gets the arguments that it needs.
 */
final class CanariesAreJudged implements Check {

    @Override
    public List<String> problems(Manifests manifests) {
        return manifests.custom("Rollout").stream()
                .flatMap(rollout ->
                        problems(rollout, manifests).map(problem -> Manifests.title(rollout) + ": " + problem))
                .toList();
    }

    private static Stream<String> problems(GenericKubernetesResource rollout, Manifests manifests) {
        String name = rollout.get("spec", "workloadRef", "name");
        Optional<Deployment> deployment = manifests.find(Deployment.class, name);
        List<Map<String, Object>> analyses = analyses(rollout);
        return Stream.of(
                        when(deployment.isEmpty(), "no Deployment " + name),
                        when(!name.equals(Manifests.nameOf(rollout)), "its name is not the Deployment's"),
                        when(
                                deployment
                                        .filter(it -> !it.getSpec()
                                                .getSelector()
                                                .getMatchLabels()
                                                .equals(rollout.get("spec", "selector", "matchLabels")))
                                        .isPresent(),
                                "selects other pods than the Deployment"),
                        when(
                                !Integer.valueOf(0).equals(rollout.get("spec", "strategy", "canary", "maxUnavailable")),
                                "pods may be unavailable"),
                        when(rollout.get("spec", "replicas") != null, "replicas are set, which the autoscaler owns"),
                        when(analyses.isEmpty(), "nothing judges it"),
                        analyses.stream().flatMap(analysis -> unanswered(analysis, manifests)))
                .flatMap(problems -> problems);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> analyses(GenericKubernetesResource rollout) {
        return rollout.<List<Map<String, Object>>>get("spec", "strategy", "canary", "steps").stream()
                .filter(step -> step.containsKey("analysis"))
                .map(step -> (Map<String, Object>) step.get("analysis"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> unanswered(Map<String, Object> analysis, Manifests manifests) {
        Set<String> given = ((List<Map<String, Object>>) analysis.get("args"))
                .stream().map(argument -> (String) argument.get("name")).collect(Collectors.toSet());
        return ((List<Map<String, String>>) analysis.get("templates"))
                .stream()
                        .map(template -> template.get("templateName"))
                        .flatMap(name -> unanswered(name, given, manifests));
    }

    private static Stream<String> unanswered(String template, Set<String> given, Manifests manifests) {
        Optional<GenericKubernetesResource> found = manifests.custom("AnalysisTemplate").stream()
                .filter(candidate -> Manifests.nameOf(candidate).equals(template))
                .findFirst();
        if (found.isEmpty()) {
            return Stream.of("no AnalysisTemplate " + template);
        }
        Set<String> open = found.get().<List<Map<String, Object>>>get("spec", "args").stream()
                .filter(argument -> !argument.containsKey("value"))
                .map(argument -> (String) argument.get("name"))
                .collect(Collectors.toCollection(TreeSet::new));
        open.removeAll(given);
        return when(!open.isEmpty(), "the analysis %s lacks %s".formatted(template, open));
    }

    private static Stream<String> when(boolean isWrong, String problem) {
        return isWrong ? Stream.of(problem) : Stream.empty();
    }
}
