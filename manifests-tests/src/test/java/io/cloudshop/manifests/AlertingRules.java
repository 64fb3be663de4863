package io.cloudshop.manifests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The rule files that every Prometheus reads, and the unit tests beside them. */
final class AlertingRules {

    static final String COMPONENT = "k8s/components/monitoring";

    private AlertingRules() {}

    /** An alert, or a test's expectation of one: name, labels and annotations. */
    record Alert(String name, Map<String, String> labels, Map<String, String> annotations) {

        String runbook() {
            return "docs/runbooks/" + name + ".md";
        }
    }

    /** What a test expects of the alerts of one name at one time: those that fire, or none. */
    record Expectation(String name, List<Map<String, String>> firing) {

        boolean saysItFires(Alert alert) {
            return name.equals(alert.name()) && firing.stream().anyMatch(labels -> isOf(alert, labels));
        }

        boolean saysItIsSilent(Alert alert) {
            return name.equals(alert.name()) && firing.stream().noneMatch(labels -> isOf(alert, labels));
        }

        private static boolean isOf(Alert alert, Map<String, String> labels) {
            return labels.entrySet().containsAll(alert.labels().entrySet());
        }
    }

    static List<String> files() {
        return paths("rules");
    }

    static List<String> tests() {
        return paths("tests");
    }

    /** As they stand in the files, one after another. */
    static List<Map<String, Object>> groups() {
        return files().stream()
                .flatMap(file -> AlertingRules.<Map<String, Object>>list(load(file), "groups").stream())
                .toList();
    }

    static List<Map<String, Object>> rules() {
        return groups().stream()
                .flatMap(group -> AlertingRules.<Map<String, Object>>list(group, "rules").stream())
                .toList();
    }

    static List<Alert> alerts() {
        return rules().stream()
                .filter(rule -> rule.containsKey("alert"))
                .map(rule -> new Alert((String) rule.get("alert"), map(rule, "labels"), map(rule, "annotations")))
                .toList();
    }

    static List<Expectation> expectations() {
        return tests().stream()
                .flatMap(file -> AlertingRules.<Map<String, Object>>list(load(file), "tests").stream())
                .flatMap(test -> AlertingRules.<Map<String, Object>>list(test, "alert_rule_test").stream())
                .map(AlertingRules::expectation)
                .toList();
    }

    private static Expectation expectation(Map<String, Object> test) {
        List<Map<String, Object>> alerts = list(test, "exp_alerts");
        return new Expectation(
                (String) test.get("alertname"),
                alerts.stream().map(alert -> map(alert, "exp_labels")).toList());
    }

    private static List<String> paths(String folder) {
        Path root = Repository.root();
        return Repository.files(COMPONENT + "/" + folder).stream()
                .map(file -> root.relativize(file).toString())
                .toList();
    }

    static Map<String, Object> load(String file) {
        return new Yaml().load(Repository.text(file));
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> list(Map<String, Object> object, String name) {
        return (List<T>) object.getOrDefault(name, List.of());
    }

    /** With text for values, as Prometheus has them. */
    static Map<String, String> map(Map<String, Object> object, String name) {
        Map<?, ?> fields = (Map<?, ?>) object.getOrDefault(name, Map.of());
        Map<String, String> texts = new TreeMap<>();
        fields.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }
}
