package io.cloudshop.system.rollout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/**
 * How a pod of a service ends, as its committed Deployment says.
 *
 * @param shutdownDelay how long the service serves on after SIGTERM, as Quarkus reads it; empty where it does not
 * @param grace after which the kubelet kills
 */
record PodLifecycle(Optional<String> shutdownDelay, Duration grace) {

    private static final Path BASE = Path.of(System.getProperty("cloudshop.root"), "k8s/base");

    static PodLifecycle of(String service) {
        PodSpec pod = deployment(BASE.resolve(service).resolve("deployment.yaml"))
                .getSpec()
                .getTemplate()
                .getSpec();
        Container container = pod.getContainers().getFirst();
        return new PodLifecycle(
                container.getEnv().stream()
                        .filter(variable -> variable.getName().equals("QUARKUS_SHUTDOWN_DELAY"))
                        .map(EnvVar::getValue)
                        .findFirst(),
                Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()));
    }

    private static Deployment deployment(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new ObjectMapper().convertValue(new Yaml().load(reader), Deployment.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
