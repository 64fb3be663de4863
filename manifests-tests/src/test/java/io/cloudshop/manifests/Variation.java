package io.cloudshop.manifests;

import java.util.List;
import java.util.stream.Stream;

/** An overlay, with components that somebody may add to it. */
record Variation(String overlay, List<String> components) {

    static final Variation DEV = of("dev");
    static final Variation PROD = of("prod");

    static Variation of(String overlay, String... components) {
        return new Variation(overlay, List.of(components));
    }

    /** Every overlay as it is, and each optional component at least once. */
    static Stream<Variation> all() {
        return Stream.of(
                DEV,
                of("dev", "ingress"),
                of("dev", "monitoring", "traces"),
                of("dev", "redis-ha"),
                of("dev", "opensearch-ha"),
                of("dev", "postgres-ha"),
                of("dev", "postgres-ha", "redis-ha", "monitoring", "ingress"),
                of("dev", "backup"),
                of("dev", "smtp", "plain-secrets"),
                of("dev", "backup", "chaos", "rollouts", "monitoring"),
                of("staging"),
                of("staging", "ingress"),
                of("staging", "chaos"),
                of("staging", "smtp"),
                PROD,
                of("prod", "plain-secrets"),
                of("prod", "policies"),
                of("prod", "rollouts", "policies"),
                of("prod", "smtp", "ingress", "plain-secrets", "opensearch-ha"));
    }

    boolean has(String component) {
        return components.contains(component);
    }

    /** Whether the Secrets come from k8s/secrets rather than from a vault. */
    boolean hasPlainSecrets() {
        return overlay.equals("dev") || has("plain-secrets");
    }

    boolean hasHighAvailability() {
        return !overlay.equals("dev") || (has("postgres-ha") && has("redis-ha"));
    }

    @Override
    public String toString() {
        return components.isEmpty() ? overlay : overlay + " + " + String.join(" + ", components);
    }
}
