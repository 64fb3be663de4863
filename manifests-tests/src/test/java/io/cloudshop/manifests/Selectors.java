package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;

/** Label selectors as the API server understands them. */
final class Selectors {

    private Selectors() {}

    /** An empty selector matches everything, none at all nothing. */
    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        return selector != null
                && matches(selector.getMatchLabels(), labels)
                && selector.getMatchExpressions().stream().allMatch(requirement -> matches(requirement, labels));
    }

    static boolean matches(Map<String, String> wanted, Map<String, String> labels) {
        return wanted == null || labels.entrySet().containsAll(wanted.entrySet());
    }

    private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.getKey());
        return switch (requirement.getOperator()) {
            case "In" -> value != null && requirement.getValues().contains(value);
            case "NotIn" -> value == null || !requirement.getValues().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException("operator " + requirement.getOperator());
        };
    }
}
