package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nobody may do anything at the Kubernetes API, because no pod of ours has anything to do there. The exception is chaos: the
 * account under which Litmus deletes pods, and the calls that its programs make.
 */
final class RightsAreUsed implements Check {

    private static final Map<String, Set<String>> CALLS_OF_LITMUS = Map.of(
            "/pods", Set.of("get", "list", "delete"),
            "/events", Set.of("get", "create", "update"),
            "apps/replicasets", Set.of("get"),
            "batch/jobs", Set.of("create", "delete"),
            "litmuschaos.io/chaosexperiments", Set.of("get"),
            "litmuschaos.io/chaosengines", Set.of("get", "update"),
            "litmuschaos.io/chaosresults", Set.of("get", "create", "update", "patch"));

    @Override
    public List<String> problems(Manifests manifests) {
        Set<String> chaos = manifests.custom("ChaosEngine").stream()
                .map(engine -> engine.<String>get("spec", "chaosServiceAccount"))
                .collect(Collectors.toSet());
        return Stream.of(
                        manifests.all(Role.class).stream().flatMap(role -> unused(role, chaos)),
                        manifests.all(RoleBinding.class).stream().flatMap(binding -> unused(binding, chaos)),
                        manifests.all(ServiceAccount.class).stream()
                                .filter(account -> !Boolean.FALSE.equals(account.getAutomountServiceAccountToken()))
                                .filter(account -> !chaos.contains(Manifests.nameOf(account)))
                                .map(account -> Manifests.title(account) + " hands out a token"),
                        manifests.podSets().stream()
                                .filter(pods -> pods.spec()
                                        .filter(RightsAreUsed::mountsToken)
                                        .isPresent())
                                .map(pods -> pods.title() + " mounts a token"),
                        manifests.podSets().stream()
                                .filter(pods -> pods.spec()
                                        .filter(spec -> isOfOthers(spec, chaos))
                                        .isPresent())
                                .map(pods -> pods.title() + " has no account of its own"))
                .flatMap(problems -> problems)
                .toList();
    }

    private static Stream<String> unused(Role role, Set<String> chaos) {
        return chaos.contains(Manifests.nameOf(role))
                ? role.getRules().stream()
                        .flatMap(RightsAreUsed::rights)
                        .filter(right -> !isCalled(right))
                        .map(right ->
                                "%s grants %s, which Litmus does not need".formatted(Manifests.title(role), right))
                : Stream.of(Manifests.title(role) + " grants what no pod uses");
    }

    private static Stream<String> unused(RoleBinding binding, Set<String> chaos) {
        boolean isUsed = chaos.contains(binding.getRoleRef().getName())
                && binding.getRoleRef().getKind().equals("Role")
                && binding.getSubjects().stream().allMatch(subject -> chaos.contains(subject.getName()));
        return isUsed ? Stream.empty() : Stream.of(Manifests.title(binding) + " grants what no pod uses");
    }

    /** As {@code delete /pods}. */
    private static Stream<String> rights(PolicyRule rule) {
        return rule.getApiGroups().stream()
                .flatMap(group -> rule.getResources().stream().map(resource -> group + "/" + resource))
                .flatMap(resource -> rule.getVerbs().stream().map(verb -> verb + " " + resource));
    }

    private static boolean isCalled(String right) {
        String[] parts = right.split(" ");
        return CALLS_OF_LITMUS.getOrDefault(parts[1], Set.of()).contains(parts[0]);
    }

    private static boolean mountsToken(PodSpec spec) {
        return !Boolean.FALSE.equals(spec.getAutomountServiceAccountToken());
    }

    private static boolean isOfOthers(PodSpec spec, Set<String> chaos) {
        return spec.getServiceAccountName() == null
                || spec.getServiceAccountName().equals("default")
                || chaos.contains(spec.getServiceAccountName());
    }
}
