package io.cloudshop.manifests;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One end of a connection.
 *
 * @param namespace its namespace's labels; empty for what is no pod
 * @param labels its own labels
 * @param address stands for the addresses it has
 * @param namedPorts numbers of its ports by name
 * @param listens where it may be reached
 */
record Peer(
        String name,
        Map<String, String> namespace,
        Map<String, String> labels,
        String address,
        Map<String, Integer> namedPorts,
        Set<Port> listens) {

    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";
    private static final String POD_ADDRESS = "10.244.1.7";

    static Peer of(PodSet pods, Map<String, String> namespace) {
        Set<Port> listens = new TreeSet<>();
        pods.ports().values().forEach(number -> listens.add(Port.tcp(number)));
        return new Peer(pods.name(), namespace, pods.labels(), POD_ADDRESS, pods.ports(), listens);
    }

    static Peer pod(String name, String namespace, Map<String, String> labels, Port... listens) {
        return new Peer(name, Map.of(NAMESPACE_NAME, namespace), labels, POD_ADDRESS, Map.of(), Set.of(listens));
    }

    static Peer host(String name, String address, Port... listens) {
        return new Peer(name, Map.of(), Map.of(), address, Map.of(), Set.of(listens));
    }

    boolean isPod() {
        return !namespace.isEmpty();
    }

    boolean sharesNamespaceWith(Peer other) {
        return isPod() && namespace.get(NAMESPACE_NAME).equals(other.namespace.get(NAMESPACE_NAME));
    }

    boolean isIn(String namespaceName) {
        return namespaceName.equals(namespace.get(NAMESPACE_NAME));
    }

    /** A port of a protocol. */
    record Port(int number, String protocol) implements Comparable<Port> {

        static Port tcp(int number) {
            return new Port(number, "TCP");
        }

        static Port udp(int number) {
            return new Port(number, "UDP");
        }

        @Override
        public int compareTo(Port other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return protocol.equals("TCP") ? String.valueOf(number) : number + "/" + protocol;
        }
    }
}
