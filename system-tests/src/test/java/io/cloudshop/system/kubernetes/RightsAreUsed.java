package io.cloudshop.system.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;
import java.util.stream.Stream;

/** Nobody may do anything at the Kubernetes API, because no pod of ours has anything to do there. */
final class RightsAreUsed implements Check {

    @Override
    public List<String> problems(Manifests manifests) {
        return Stream.of(
                        manifests.all(Role.class).stream().map(RightsAreUsed::unused),
                        manifests.all(RoleBinding.class).stream().map(RightsAreUsed::unused),
                        manifests.all(ServiceAccount.class).stream()
                                .filter(account -> !Boolean.FALSE.equals(account.getAutomountServiceAccountToken()))
                                .map(account -> Manifests.title(account) + " hands out a token"),
                        manifests.podSets().stream()
                                .filter(pods -> pods.spec()
                                        .filter(RightsAreUsed::mountsToken)
                                        .isPresent())
                                .map(pods -> pods.title() + " mounts a token"),
                        manifests.podSets().stream()
                                .filter(pods -> pods.spec()
                                        .filter(RightsAreUsed::usesDefault)
                                        .isPresent())
                                .map(pods -> pods.title() + " has no account of its own"))
                .flatMap(problems -> problems)
                .toList();
    }

    private static String unused(HasMetadata object) {
        return Manifests.title(object) + " grants what no pod uses";
    }

    private static boolean mountsToken(PodSpec spec) {
        return !Boolean.FALSE.equals(spec.getAutomountServiceAccountToken());
    }

    private static boolean usesDefault(PodSpec spec) {
        return spec.getServiceAccountName() == null
                || spec.getServiceAccountName().equals("default");
    }
}
