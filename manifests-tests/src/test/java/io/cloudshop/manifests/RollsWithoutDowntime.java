package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service loses no request when it is rolled, scaled or drained: the old pod goes when the new one is ready, serves on
 * until the edge has forgotten it, and has the time to finish what it began.
 */
final class RollsWithoutDowntime implements Check {

    /** {@code quarkus.shutdown.timeout} in service-defaults. */
    private static final int DRAIN_SECONDS = 20;

    private static final int PROPAGATION_SECONDS = 5;

    @Override
    public List<String> problems(Manifests manifests) {
        return manifests.all(Deployment.class).stream()
                .flatMap(deployment ->
                        problems(deployment, manifests).map(problem -> Manifests.title(deployment) + ": " + problem))
                .toList();
    }

    private static Stream<String> problems(Deployment deployment, Manifests manifests) {
        PodSpec spec = deployment.getSpec().getTemplate().getSpec();
        RollingUpdateDeployment update = deployment.getSpec().getStrategy().getRollingUpdate();
        boolean hasAutoscaler = manifests.autoscaler(deployment).isPresent();
        boolean hasBudget = manifests
                .find(PodDisruptionBudget.class, Manifests.nameOf(deployment))
                .isPresent();
        long servesOn = shutdownDelaySeconds(spec.getContainers().getFirst());
        return Stream.of(
                        when(
                                !Integer.valueOf(0)
                                        .equals(update.getMaxUnavailable().getIntVal()),
                                "pods may be unavailable"),
                        when(!hasAutoscaler, "no HorizontalPodAutoscaler"),
                        when(!hasBudget, "no PodDisruptionBudget"),
                        when(
                                hasAutoscaler && deployment.getSpec().getReplicas() != null,
                                "replicas are set, which the autoscaler owns: each apply would reset them"),
                        when(servesOn < PROPAGATION_SECONDS, "does not wait for its endpoint to be forgotten"),
                        when(
                                spec.getTerminationGracePeriodSeconds() < servesOn + DRAIN_SECONDS,
                                "is killed before it has drained"),
                        when(spec.getTopologySpreadConstraints().size() < 2, "is not spread over zones and nodes"))
                .flatMap(problems -> problems);
    }

    /** Not a preStop hook: a pod that does not know that it leaves cannot ask its clients to close their connections. */
    private static long shutdownDelaySeconds(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals("QUARKUS_SHUTDOWN_DELAY"))
                .map(variable -> Duration.parse("PT" + variable.getValue()).toSeconds())
                .findFirst()
                .orElse(0L);
    }

    private static Stream<String> when(boolean isWrong, String problem) {
        return isWrong ? Stream.of(problem) : Stream.empty();
    }
}
