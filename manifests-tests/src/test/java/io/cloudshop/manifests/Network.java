package io.cloudshop.manifests;

import io.cloudshop.manifests.Peer.Port;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

/**
 * Decides, as a network plugin does, which connections the policies of one namespace allow: the caller's side must let it
 * out and the other side must let it in; a side that no policy selects is open; policies add up. Traffic between a node
 * and its own pods, such as probes, is always allowed and not asked here.
 */
final class Network {

    private final List<NetworkPolicy> policies;
    private final String namespace;

    Network(List<NetworkPolicy> policies, String namespace) {
        this.policies = policies;
        this.namespace = namespace;
    }

    boolean allows(Peer from, Peer to, Port port) {
        return isLetOut(from, to, port) && isLetIn(from, to, port);
    }

    private boolean isLetOut(Peer from, Peer to, Port port) {
        List<NetworkPolicy> selecting = selecting(from, "Egress");
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> names(rule.getTo(), to) && opens(rule.getPorts(), to, port));
    }

    private boolean isLetIn(Peer from, Peer to, Port port) {
        List<NetworkPolicy> selecting = selecting(to, "Ingress");
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> names(rule.getFrom(), from) && opens(rule.getPorts(), to, port));
    }

    private List<NetworkPolicy> selecting(Peer pod, String direction) {
        return policies.stream()
                .filter(policy -> pod.isIn(namespace))
                .filter(policy -> concerns(policy, direction))
                .filter(policy -> Selectors.matches(policy.getSpec().getPodSelector(), pod.labels()))
                .toList();
    }

    /** Without policy types a policy is about ingress, and about egress if it has such rules. */
    private static boolean concerns(NetworkPolicy policy, String direction) {
        List<String> types = policy.getSpec().getPolicyTypes();
        return types.isEmpty()
                ? direction.equals("Ingress") || !policy.getSpec().getEgress().isEmpty()
                : types.contains(direction);
    }

    /** No peers are all peers. */
    private boolean names(List<NetworkPolicyPeer> peers, Peer candidate) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> names(peer, candidate));
    }

    private boolean names(NetworkPolicyPeer peer, Peer candidate) {
        if (peer.getIpBlock() != null) {
            return contains(peer.getIpBlock(), candidate.address());
        }
        boolean isNamespaceRight = peer.getNamespaceSelector() == null
                ? candidate.isIn(namespace)
                : candidate.isPod() && Selectors.matches(peer.getNamespaceSelector(), candidate.namespace());
        return isNamespaceRight
                && (peer.getPodSelector() == null || Selectors.matches(peer.getPodSelector(), candidate.labels()));
    }

    private static boolean contains(IPBlock block, String address) {
        return contains(block.getCidr(), address)
                && block.getExcept().stream().noneMatch(except -> contains(except, address));
    }

    private static boolean contains(String cidr, String address) {
        String[] parts = cidr.split("/");
        int hostBits = 32 - Integer.parseInt(parts[1]);
        Function<String, BigInteger> network = ip -> new BigInteger(1, bytes(ip)).shiftRight(hostBits);
        return network.apply(parts[0]).equals(network.apply(address));
    }

    private static byte[] bytes(String address) {
        return InetAddress.ofLiteral(address).getAddress();
    }

    /** No ports are all ports. */
    private static boolean opens(List<NetworkPolicyPort> ports, Peer to, Port port) {
        return ports.isEmpty() || ports.stream().anyMatch(candidate -> opens(candidate, to, port));
    }

    private static boolean opens(NetworkPolicyPort candidate, Peer to, Port port) {
        String protocol = candidate.getProtocol() == null ? "TCP" : candidate.getProtocol();
        return protocol.equals(port.protocol())
                && (candidate.getPort() == null || isInRange(candidate, to, port.number()));
    }

    private static boolean isInRange(NetworkPolicyPort candidate, Peer to, int number) {
        String name = candidate.getPort().getStrVal();
        if (name != null) {
            return Integer.valueOf(number).equals(to.namedPorts().get(name));
        }
        int first = candidate.getPort().getIntVal();
        int last = candidate.getEndPort() == null ? first : candidate.getEndPort();
        return first <= number && number <= last;
    }
}
