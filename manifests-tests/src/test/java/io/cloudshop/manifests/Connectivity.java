package io.cloudshop.manifests;

import io.cloudshop.manifests.Peer.Port;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may talk to whom on which port, over all pods of an environment and whom they might meet outside it. */
final class Connectivity {

    private static final Map<String, String> ENVOY =
            Map.of("app.kubernetes.io/managed-by", "envoy-gateway", "app.kubernetes.io/component", "proxy");
    private static final Map<String, String> TRAEFIK = Map.of("app.kubernetes.io/name", "traefik");

    private Connectivity() {}

    /** Lines such as {@code edge -> frontend: 3000}. */
    static Set<String> of(Manifests manifests, boolean isIngressEdge) {
        String namespace = Manifests.nameOf(manifests.all(Namespace.class).getFirst());
        Network network = new Network(manifests.all(NetworkPolicy.class), namespace);
        Set<Peer> ours = manifests.podSets().stream()
                .map(pods -> Peer.of(pods, Map.of("kubernetes.io/metadata.name", namespace)))
                .collect(Collectors.toSet());
        Set<Peer> others = others(isIngressEdge).collect(Collectors.toSet());
        return Stream.concat(ours.stream(), others.stream())
                .flatMap(from -> Stream.concat(ours.stream(), others.stream())
                        .filter(to -> ours.contains(from) || ours.contains(to))
                        .flatMap(to -> edge(network, from, to)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> edge(Network network, Peer from, Peer to) {
        String ports = to.listens().stream()
                .filter(port -> network.allows(from, to, port))
                .sorted()
                .map(Port::toString)
                .collect(Collectors.joining(", "));
        return ports.isEmpty() ? Stream.empty() : Stream.of("%s -> %s: %s".formatted(from.name(), to.name(), ports));
    }

    /** Those who should be met, and look-alikes who should not. */
    private static Stream<Peer> others(boolean isIngressEdge) {
        return Stream.of(
                Peer.pod(isIngressEdge ? "edge" : "other controller", "traefik", TRAEFIK, Port.tcp(8443)),
                Peer.pod(isIngressEdge ? "other controller" : "edge", "envoy-gateway-system", ENVOY, Port.tcp(10443)),
                Peer.pod("neighbour of the edge", "envoy-gateway-system", Map.of("control-plane", "envoy-gateway")),
                Peer.pod("impostor of the edge", "elsewhere", ENVOY),
                Peer.pod("Prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus"), Port.tcp(9090)),
                Peer.pod("Grafana", "monitoring", Map.of("app.kubernetes.io/name", "grafana"), Port.tcp(3000)),
                Peer.pod(
                        "collector",
                        "monitoring",
                        Map.of("app.kubernetes.io/name", "opentelemetry-collector"),
                        Port.tcp(4317),
                        Port.tcp(4318)),
                Peer.pod(
                        "DNS",
                        "kube-system",
                        Map.of("k8s-app", "kube-dns"),
                        Port.udp(53),
                        Port.tcp(53),
                        Port.tcp(9153)),
                Peer.pod("neighbour of DNS", "kube-system", Map.of("k8s-app", "metrics-server"), Port.tcp(10250)),
                Peer.pod("operator", "cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg"), Port.tcp(9443)),
                Peer.pod(
                        "api-gateway of another namespace",
                        "elsewhere",
                        Map.of("app.kubernetes.io/name", "api-gateway", "app.kubernetes.io/part-of", "cloudshop"),
                        Port.tcp(8080)),
                Peer.host("Kubernetes API", "172.18.0.2", Port.tcp(6443), Port.tcp(10250)),
                Peer.host("internet", "203.0.113.80", Port.tcp(80), Port.tcp(443), Port.tcp(587), Port.udp(53)));
    }
}
