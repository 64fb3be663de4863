package io.cloudshop.system.rollout;

import io.cloudshop.system.shop.CommittedDeployment;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * How a pod of a service ends, as its committed Deployment says.
 *
 * @param shutdownDelay how long the service serves on after SIGTERM, as Quarkus reads it; empty where it does not
 * @param grace after which the kubelet kills
 */
record PodLifecycle(Optional<String> shutdownDelay, Duration grace) {

    static PodLifecycle of(String service) {
        PodSpec pod = CommittedDeployment.podOf(service);
        Container container = pod.getContainers().getFirst();
        return new PodLifecycle(
                container.getEnv().stream()
                        .filter(variable -> variable.getName().equals("QUARKUS_SHUTDOWN_DELAY"))
                        .map(EnvVar::getValue)
                        .findFirst(),
                Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()));
    }
}
