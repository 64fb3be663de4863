package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every container that does not end by itself has three probes, and those of the services ask the management port for what it serves. Metrics are
 * asked for where they are, too.
 */
final class ProbesAreServed implements Check {

    private static final int MANAGEMENT_PORT = 9000;

    @Override
    public List<String> problems(Manifests manifests) {
        return Stream.of(
                        manifests.podSets().stream().flatMap(ProbesAreServed::missing),
                        manifests.all(Deployment.class).stream().flatMap(ProbesAreServed::elsewhere),
                        manifests.all(ServiceMonitor.class).stream().flatMap(ProbesAreServed::metrics))
                .flatMap(problems -> problems)
                .toList();
    }

    private static Stream<String> missing(PodSet pods) {
        return pods.spec().stream()
                .filter(spec -> !"Never".equals(spec.getRestartPolicy()))
                .flatMap(spec -> spec.getContainers().stream())
                .filter(it ->
                        it.getStartupProbe() == null || it.getLivenessProbe() == null || it.getReadinessProbe() == null)
                .map(container -> "%s: %s lacks a probe".formatted(pods.title(), container.getName()));
    }

    private static Stream<String> elsewhere(Deployment deployment) {
        Container container =
                deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
        return Stream.of(
                        elsewhere(container.getStartupProbe(), "/health/started"),
                        elsewhere(container.getLivenessProbe(), "/health/live"),
                        elsewhere(container.getReadinessProbe(), "/health/ready"))
                .flatMap(problems -> problems)
                .map(problem -> Manifests.title(deployment) + ": " + problem);
    }

    private static Stream<String> elsewhere(Probe probe, String path) {
        boolean isServed = probe != null
                && probe.getHttpGet() != null
                && path.equals(probe.getHttpGet().getPath())
                && Integer.valueOf(MANAGEMENT_PORT)
                        .equals(probe.getHttpGet().getPort().getIntVal());
        return isServed ? Stream.empty() : Stream.of("no probe of " + path + " on port " + MANAGEMENT_PORT);
    }

    private static Stream<String> metrics(ServiceMonitor monitor) {
        return monitor.getSpec().getEndpoints().stream()
                .filter(endpoint -> !isServed(endpoint))
                .map(endpoint -> "%s: metrics are not at %s".formatted(Manifests.title(monitor), endpoint.getPath()));
    }

    private static boolean isServed(Endpoint endpoint) {
        return "/metrics".equals(endpoint.getPath())
                && endpoint.getTargetPort() != null
                && "management".equals(endpoint.getTargetPort().getStrVal());
    }
}
