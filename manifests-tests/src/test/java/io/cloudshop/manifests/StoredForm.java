package io.cloudshop.manifests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an API server would store otherwise than it is sent. kubectl would find that difference at each apply, and
 * call "configured" what nobody changed.
 */
final class StoredForm {

    private static final Pattern QUANTITY = Pattern.compile("(\\d+)(m|[kMGTPE]|[KMGTPE]i)?");
    private static final Set<String> HOLD_QUANTITIES =
            Set.of("requests", "limits", "hard", "default", "defaultRequest", "max", "min", "capacity");
    private static final Set<String> QUANTITIES = Set.of("sizeLimit", "averageValue");

    /** Where to be there is all that a value has to say. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("emptyDir", "podSelector", "namespaceSelector", "selfSigned", "selector");
    /** Maps of strings, which are stored as they are. */
    private static final Set<String> FREE = Set.of("data", "binaryData", "labels", "annotations", "matchLabels");
    /** Pointers in Go's types: false and 0 are values there, and elsewhere nothing that is stored. */
    private static final Set<String> HAVE_ZEROES = Set.of(
            "allowPrivilegeEscalation",
            "automountServiceAccountToken",
            "backoffLimit",
            "enableServiceLinks",
            "failedJobsHistoryLimit",
            "maxSurge",
            "maxUnavailable",
            "minAvailable",
            "optional",
            "privileged",
            "readOnlyRootFilesystem",
            "replicas",
            "revisionHistoryLimit",
            "runAsNonRoot",
            "stabilizationWindowSeconds",
            "successfulJobsHistoryLimit",
            "suspend");
    /** Lists that kubectl merges by this key: what stands in one twice is sent again each time. */
    private static final Map<String, String> MERGED_BY = Map.of(
            "containers",
            "name",
            "initContainers",
            "name",
            "env",
            "name",
            "volumes",
            "name",
            "volumeMounts",
            "mountPath");

    private final List<String> problems = new ArrayList<>();

    private StoredForm() {}

    /** A sentence for each difference; none when the object is stored as it is. */
    static List<String> differences(Map<String, Object> object) {
        StoredForm form = new StoredForm();
        form.look(object);
        String title = object.get("kind") + "/" + map(object.get("metadata")).get("name");
        return form.problems.stream().map(problem -> title + ": " + problem).toList();
    }

    private void look(Map<String, Object> object) {
        for (String field : List.of("status", "stringData")) {
            if (object.containsKey(field)) {
                problems.add(field + " is never stored");
            }
        }
        if (map(object.get("metadata")).containsKey("creationTimestamp")) {
            problems.add("the server knows when it was created");
        }
        walk("", object, isOfKubernetes((String) object.get("apiVersion")));
        ServerDefaults.missing(object).forEach(problems::add);
    }

    /** @param isTyped whether the server stores a Go type and not what it is sent */
    private void walk(String path, Map<String, Object> fields, boolean isTyped) {
        fields.forEach((name, value) -> {
            String here = path.isEmpty() ? name : path + "." + name;
            if (HOLD_QUANTITIES.contains(name) && value instanceof Map<?, ?>) {
                map(value).forEach((resource, amount) -> quantity(here + "." + resource, amount));
            } else if (QUANTITIES.contains(name)) {
                quantity(here, value);
            } else if (!FREE.contains(name)) {
                value(here, name, value, isTyped);
            }
        });
    }

    private void value(String path, String name, Object value, boolean isTyped) {
        switch (value) {
            case null -> problems.add(path + " is null");
            case Map<?, ?> fields when fields.isEmpty() -> empty(path, isTyped && !MAY_BE_EMPTY.contains(name));
            case Map<?, ?> fields -> walk(path, map(fields), isTyped);
            case List<?> list when list.isEmpty() -> empty(path, isTyped);
            case List<?> list -> elements(path, name, list, isTyped);
            default -> zero(path, name, value, isTyped);
        }
    }

    private void empty(String path, boolean isDropped) {
        if (isDropped) {
            problems.add(path + " is empty");
        }
    }

    private void elements(String path, String name, List<?> list, boolean isTyped) {
        Set<Object> keys = new HashSet<>();
        for (Object element : list) {
            if (element instanceof Map<?, ?> fields) {
                walk(path + "[]", map(fields), isTyped);
                String key = MERGED_BY.get(name);
                if (key != null && fields.containsKey(key) && !keys.add(fields.get(key))) {
                    problems.add("%s has %s twice".formatted(path, fields.get(key)));
                }
            }
        }
    }

    private void zero(String path, String name, Object value, boolean isTyped) {
        boolean isZero = value.equals(false) || value.equals(0) || value.equals("");
        if (isTyped && isZero && !HAVE_ZEROES.contains(name)) {
            problems.add("%s: %s is not stored".formatted(path, value));
        }
    }

    private void quantity(String path, Object amount) {
        if (!(amount instanceof String text)) {
            problems.add("%s: %s is stored as a string".formatted(path, amount));
        } else if (!isCanonical(text)) {
            problems.add("%s: %s has a shorter form".formatted(path, text));
        }
    }

    /** No fractions, and no larger unit that would do. */
    private static boolean isCanonical(String quantity) {
        Matcher parts = QUANTITY.matcher(quantity);
        if (!parts.matches()) {
            return false;
        }
        long number = Long.parseLong(parts.group(1));
        int step = parts.group(2) != null && parts.group(2).endsWith("i") ? 1024 : 1000;
        return number == 0 ? parts.group(2) == null : number % step != 0;
    }

    /** Operators' own kinds are stored as they are sent. */
    private static boolean isOfKubernetes(String apiVersion) {
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        return !group.contains(".") || (group.endsWith(".k8s.io") && !group.equals("gateway.networking.k8s.io"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
