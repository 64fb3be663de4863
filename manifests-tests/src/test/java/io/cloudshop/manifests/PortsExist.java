package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Every port, by name or number, is one of a container behind it: of Services, routes, probes and monitors. */
final class PortsExist implements Check {

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        manifests.all(Service.class).forEach(service -> problems.addAll(targets(service, manifests)));
        manifests.all(HTTPRoute.class).forEach(route -> problems.addAll(backends(route, manifests)));
        manifests.all(Ingress.class).forEach(ingress -> problems.addAll(backends(ingress, manifests)));
        manifests.all(ServiceMonitor.class).forEach(monitor -> problems.addAll(endpoints(monitor, manifests)));
        manifests.all(PodMonitor.class).forEach(monitor -> problems.addAll(endpoints(monitor, manifests)));
        manifests.podSets().forEach(pods -> pods.containers()
                .forEach(container -> problems.addAll(probes(pods, container))));
        return problems;
    }

    private static List<String> targets(Service service, Manifests manifests) {
        return service.getSpec().getPorts().stream()
                .flatMap(port -> behind(service, manifests)
                        .filter(pods -> !has(pods, port.getTargetPort()))
                        .map(pods -> "%s: %s has no port %s"
                                .formatted(Manifests.title(service), pods.title(), text(port.getTargetPort()))))
                .toList();
    }

    private static List<String> backends(HTTPRoute route, Manifests manifests) {
        return route.getSpec().getRules().stream()
                .flatMap(rule -> rule.getBackendRefs().stream())
                .filter(backend -> !isServed(backend.getName(), backend.getPort(), manifests))
                .map(backend -> "%s: no Service %s with port %d"
                        .formatted(Manifests.title(route), backend.getName(), backend.getPort()))
                .toList();
    }

    private static List<String> backends(Ingress ingress, Manifests manifests) {
        return ingress.getSpec().getRules().stream()
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .filter(backend -> !isServed(backend.getName(), number(backend), manifests))
                .map(backend -> "%s: no Service %s with port %d"
                        .formatted(Manifests.title(ingress), backend.getName(), number(backend)))
                .toList();
    }

    private static Integer number(IngressServiceBackend backend) {
        return backend.getPort().getNumber();
    }

    private static boolean isServed(String name, Integer port, Manifests manifests) {
        return manifests.find(Service.class, name).stream()
                .flatMap(service -> service.getSpec().getPorts().stream())
                .anyMatch(it -> it.getPort().equals(port));
    }

    private static List<String> endpoints(ServiceMonitor monitor, Manifests manifests) {
        Stream<PodSet> scraped = manifests.all(Service.class).stream()
                .filter(service -> Selectors.matches(
                        monitor.getSpec().getSelector(), service.getMetadata().getLabels()))
                .flatMap(service -> behind(service, manifests));
        return scraped.flatMap(pods -> monitor.getSpec().getEndpoints().stream()
                        .filter(endpoint -> !has(pods, endpoint.getTargetPort()))
                        .map(endpoint -> "%s: %s has no port %s"
                                .formatted(Manifests.title(monitor), pods.title(), text(endpoint.getTargetPort()))))
                .toList();
    }

    private static List<String> endpoints(PodMonitor monitor, Manifests manifests) {
        return manifests.podSets().stream()
                .filter(pods -> Selectors.matches(monitor.getSpec().getSelector(), pods.labels()))
                .flatMap(pods -> monitor.getSpec().getPodMetricsEndpoints().stream()
                        .filter(endpoint -> !pods.ports().containsKey(endpoint.getPort()))
                        .map(endpoint -> "%s: %s has no port %s"
                                .formatted(Manifests.title(monitor), pods.title(), endpoint.getPort())))
                .toList();
    }

    private static List<String> probes(PodSet pods, Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(Objects::nonNull)
                .map(PortsExist::probed)
                .filter(port -> port != null && !has(container, port))
                .map(port -> "%s: a probe asks for port %s, which %s does not have"
                        .formatted(pods.title(), text(port), container.getName()))
                .toList();
    }

    private static IntOrString probed(Probe probe) {
        if (probe.getHttpGet() != null) {
            return probe.getHttpGet().getPort();
        }
        return probe.getTcpSocket() == null ? null : probe.getTcpSocket().getPort();
    }

    private static Stream<PodSet> behind(Service service, Manifests manifests) {
        return manifests.podSets().stream()
                .filter(pods -> Selectors.matches(service.getSpec().getSelector(), pods.labels()));
    }

    private static boolean has(PodSet pods, IntOrString port) {
        return port != null
                && (port.getStrVal() == null
                        ? pods.ports().containsValue(port.getIntVal())
                        : pods.ports().containsKey(port.getStrVal()));
    }

    private static boolean has(Container container, IntOrString port) {
        return container.getPorts().stream().anyMatch(it -> is(it, port));
    }

    private static boolean is(ContainerPort candidate, IntOrString port) {
        return port.getStrVal() == null
                ? candidate.getContainerPort().equals(port.getIntVal())
                : candidate.getName().equals(port.getStrVal());
    }

    private static String text(IntOrString port) {
        return port == null ? "(none)" : String.valueOf(port.getValue());
    }
}
