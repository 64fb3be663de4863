package io.cloudshop.manifests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What of an object cannot be changed once it is there: an apply that tries is refused. */
final class ImmutableFields {

    /** Of a StatefulSet these alone may change. */
    private static final Set<String> OF_A_STATEFUL_SET_THE_OTHERS = Set.of(
            "minReadySeconds",
            "ordinals",
            "persistentVolumeClaimRetentionPolicy",
            "replicas",
            "revisionHistoryLimit",
            "template",
            "updateStrategy");

    private static final Set<String> OF_A_CLAIM_THE_OTHERS = Set.of("resources", "volumeAttributesClassName");
    private static final Map<String, List<String>> SPEC = Map.of(
            "Deployment", List.of("selector"),
            "Rollout", List.of("selector"),
            // "None", or an address that the server gave
            "Service", List.of("clusterIP", "type"),
            "Job", List.of("completionMode", "completions", "selector", "template"));
    private static final Map<String, List<String>> TOP = Map.of(
            "PriorityClass", List.of("value", "preemptionPolicy"),
            "RoleBinding", List.of("roleRef"),
            "Secret", List.of("type"),
            "StorageClass", List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"));

    private ImmutableFields() {}

    /** A sentence for each object of both whose immutable fields differ. */
    static List<String> clashes(String before, String after) {
        Map<String, Map<String, Object>> present = byTitle(before);
        return byTitle(after).entrySet().stream()
                .filter(object -> present.containsKey(object.getKey()))
                .flatMap(object -> changed(present.get(object.getKey()), object.getValue())
                        .map(field -> "%s: %s cannot be changed".formatted(object.getKey(), field)))
                .sorted()
                .toList();
    }

    private static Stream<String> changed(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> old = of(before);
        Map<String, Object> next = of(after);
        return Stream.concat(old.keySet().stream(), next.keySet().stream())
                .distinct()
                .filter(field -> old.get(field) == null || !old.get(field).equals(next.get(field)));
    }

    private static Map<String, Object> of(Map<String, Object> object) {
        String kind = (String) object.get("kind");
        Map<String, Object> spec = fields(object, "spec");
        Map<String, Object> immutable = new HashMap<>();
        switch (kind) {
            case "StatefulSet" -> immutable.putAll(without(spec, OF_A_STATEFUL_SET_THE_OTHERS));
            case "PersistentVolumeClaim" -> immutable.putAll(without(spec, OF_A_CLAIM_THE_OTHERS));
            default -> {
                immutable.putAll(only(spec, SPEC.getOrDefault(kind, List.of())));
                immutable.putAll(only(object, TOP.getOrDefault(kind, List.of())));
            }
        }
        return immutable;
    }

    private static Map<String, Object> without(Map<String, Object> spec, Set<String> names) {
        return spec.entrySet().stream()
                .filter(field -> !names.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Object> only(Map<String, Object> fields, List<String> names) {
        return names.stream().filter(fields::containsKey).collect(Collectors.toMap(name -> name, fields::get));
    }

    private static Map<String, Map<String, Object>> byTitle(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(ImmutableFields::map)
                .collect(Collectors.toMap(ImmutableFields::title, object -> object));
    }

    private static String title(Map<String, Object> object) {
        return object.get("kind") + "/" + fields(object, "metadata").get("name");
    }

    private static Map<String, Object> fields(Map<String, Object> object, String name) {
        return object.containsKey(name) ? map(object.get(name)) : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
