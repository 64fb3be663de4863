package io.cloudshop.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What servers add to the elements of lists that are replaced as a whole: by the defaulting of Kubernetes' own kinds and
 * by the `default`s in the schemas of the custom ones (Gateway API 1.6, cert-manager 1.21, CloudNativePG 1.30, External
 * Secrets 2.9). A default outside such a list is merged and makes no difference.
 *
 * @param list the list's path below the object; lists on the way are looked through
 * @param fields each element's, given or added
 */
record ServerDefaults(String kind, String list, List<String> fields) {

    private static final List<ServerDefaults> ALL = List.of(
            of("Deployment", "spec.strategy", "type"),
            of("StatefulSet", "spec.volumeClaimTemplates", "apiVersion", "kind", "spec.volumeMode", "status.phase"),
            of("NetworkPolicy", "spec.ingress.ports", "protocol"),
            of("NetworkPolicy", "spec.egress.ports", "protocol"),
            of("Ingress", "spec.rules.http.paths", "pathType"),
            of("RoleBinding", "subjects", "kind", "namespace"),
            of("Gateway", "spec.listeners", "allowedRoutes.namespaces.from"),
            of("Gateway", "spec.listeners.tls", "mode"),
            of("Gateway", "spec.listeners.tls.certificateRefs", "group", "kind"),
            of("HTTPRoute", "spec.parentRefs", "group", "kind"),
            of("HTTPRoute", "spec.rules", "matches"),
            of("HTTPRoute", "spec.rules.matches.path", "type", "value"),
            of("HTTPRoute", "spec.rules.backendRefs", "group", "kind", "weight"),
            of("HTTPRoute", "spec.rules.filters.requestRedirect", "statusCode"),
            of("Issuer", "spec.acme.solvers.http01.gatewayHTTPRoute.parentRefs", "group", "kind"),
            of("Cluster", "spec.managed.roles", "connectionLimit", "ensure", "inherit"),
            of("Cluster", "spec.plugins", "enabled"),
            of("Database", "spec.extensions", "ensure"),
            of(
                    "ExternalSecret",
                    "spec.data.remoteRef",
                    "conversionStrategy",
                    "decodingStrategy",
                    "metadataPolicy",
                    "nullBytePolicy"));

    /** A sentence for each default that the object leaves to the server. */
    static List<String> missing(Map<String, Object> object) {
        return ALL.stream()
                .filter(defaults -> defaults.kind.equals(object.get("kind")))
                .flatMap(defaults -> defaults.missingFrom(object))
                .distinct()
                .toList();
    }

    private static ServerDefaults of(String kind, String list, String... fields) {
        return new ServerDefaults(kind, list, List.of(fields));
    }

    private Stream<String> missingFrom(Object object) {
        return at(object, list)
                .flatMap(element -> fields.stream()
                        .filter(field -> at(element, field).findAny().isEmpty()))
                .map(field -> "%s: the server adds %s".formatted(list, field));
    }

    /** All values at a path, through lists. */
    private static Stream<Object> at(Object value, String path) {
        Stream<Object> values = Stream.of(value);
        for (String name : path.split("\\.")) {
            values = values.filter(Map.class::isInstance)
                    .map(fields -> ((Map<?, ?>) fields).get(name))
                    .flatMap(ServerDefaults::elements);
        }
        return values;
    }

    private static Stream<Object> elements(Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case List<?> list -> list.stream().map(Object.class::cast);
            default -> Stream.of(value);
        };
    }
}
