package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.manifests.Peer.Port;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules by which {@link Network} decides, one by one. */
class NetworkTest {

    private static final String SHOP = "shop";
    private static final Port HTTP = Port.tcp(8080);
    private static final Peer WEB = pod("web", SHOP);
    private static final Peer API = pod("api", SHOP);
    private static final Peer STRANGER = pod("web", "elsewhere");
    private static final Peer OUTSIDE = Peer.host("outside", "192.0.2.9", HTTP);

    @Test
    void without_a_policy_everything_is_allowed() {
        Network network = network("");

        assertThat(network.allows(STRANGER, API, HTTP)).isTrue();
    }

    @Test
    void a_policy_without_rules_denies() {
        Network network = network("{podSelector: {}, policyTypes: [Ingress]}");

        assertThat(network.allows(WEB, API, HTTP)).isFalse();
        assertThat(network.allows(WEB, OUTSIDE, HTTP)).isTrue();
    }

    @Test
    void both_sides_must_allow() {
        Network network = network(
                "{podSelector: {}, policyTypes: [Ingress, Egress]}",
                "{podSelector: {matchLabels: {app: api}}, ingress: [{from: [{podSelector: {}}]}]}");

        assertThat(network.allows(WEB, API, HTTP)).isFalse();
    }

    @Test
    void policies_add_up() {
        Network network = network(
                "{podSelector: {}, policyTypes: [Ingress, Egress]}",
                "{podSelector: {matchLabels: {app: api}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}",
                "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{}]}");

        assertThat(network.allows(WEB, API, HTTP)).isTrue();
        assertThat(network.allows(API, WEB, HTTP)).isFalse();
    }

    @Test
    void a_pod_selector_alone_means_the_own_namespace() {
        Network network = network(
                "{podSelector: {matchLabels: {app: api}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}");

        assertThat(network.allows(WEB, API, HTTP)).isTrue();
        assertThat(network.allows(STRANGER, API, HTTP)).isFalse();
    }

    @Test
    void namespace_and_pod_selector_in_one_peer_must_both_match() {
        Network network =
                network("{podSelector: {matchLabels: {app: api}}, ingress: [{from: [{namespaceSelector: {matchLabels:"
                        + " {kubernetes.io/metadata.name: elsewhere}}, podSelector: {matchLabels: {app: web}}}]}]}");

        assertThat(network.allows(STRANGER, API, HTTP)).isTrue();
        assertThat(network.allows(pod("api", "elsewhere"), API, HTTP)).isFalse();
        assertThat(network.allows(WEB, API, HTTP)).isFalse();
    }

    @Test
    void a_named_port_is_the_one_of_the_pod_that_is_called() {
        Network network = network("{podSelector: {}, ingress: [{ports: [{port: http}]}]}");

        assertThat(network.allows(WEB, API, HTTP)).isTrue();
        assertThat(network.allows(WEB, API, Port.tcp(9000))).isFalse();
    }

    @Test
    void a_port_is_of_a_protocol_and_may_be_the_first_of_many() {
        Network network = network(
                "{podSelector: {}, ingress: [{ports: [{port: 8000, endPort: 8100}, {protocol: UDP, port: 53}]}]}");

        assertThat(network.allows(WEB, API, HTTP)).isTrue();
        assertThat(network.allows(WEB, API, Port.udp(53))).isTrue();
        assertThat(network.allows(WEB, API, Port.tcp(53))).isFalse();
    }

    @Test
    void an_address_block_may_have_holes() {
        Network network =
                network("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except:"
                        + " [192.0.2.0/24]}}]}]}");

        assertThat(network.allows(WEB, Peer.host("other", "198.51.100.1", HTTP), HTTP))
                .isTrue();
        assertThat(network.allows(WEB, OUTSIDE, HTTP)).isFalse();
    }

    private static Peer pod(String app, String namespace) {
        return new Peer(
                app,
                Map.of("kubernetes.io/metadata.name", namespace),
                Map.of("app", app),
                "10.244.0.5",
                Map.of("http", 8080),
                Set.of(HTTP));
    }

    private static Network network(String... specs) {
        StringBuilder yaml = new StringBuilder();
        for (String spec : specs) {
            if (!spec.isEmpty()) {
                yaml.append("---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p}, spec: ")
                        .append(spec)
                        .append("}\n");
            }
        }
        return new Network(ManifestReader.read(yaml.toString()).all(NetworkPolicy.class), SHOP);
    }
}
