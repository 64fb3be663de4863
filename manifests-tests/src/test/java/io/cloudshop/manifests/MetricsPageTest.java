package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of metrics has what the code registers and nothing else, and all that rules and dashboards read. */
class MetricsPageTest {

    private static final Pattern REGISTERED =
            Pattern.compile("\\b(\\w+)(?:\\.builder)?\\(\\s*\"((?:cloudshop|http\\.server\\.refused)[\\w.]*)\"");

    @Test
    void all_metrics_of_our_own_are_on_it_with_their_type() throws IOException {
        Map<String, String> onThePage = new TreeMap<>(MetricsPage.types());
        onThePage.keySet().removeIf(name -> !name.startsWith("cloudshop_") && !name.startsWith("http_server_refused"));

        assertThat(onThePage).isEqualTo(registered());
    }

    @Test
    void what_rules_and_dashboards_read_is_on_it() {
        Set<String> recorded = AlertingRules.rules().stream()
                .map(rule -> (String) rule.get("record"))
                .collect(Collectors.toSet());
        Stream<PromQl> rules = AlertingRules.rules().stream().map(rule -> new PromQl((String) rule.get("expr")));
        Stream<PromQl> panels = Dashboard.all().stream().flatMap(dashboard -> dashboard.expressions().stream());

        assertThat(MetricsPage.missing(
                        Stream.concat(rules, panels).flatMap(PromQl::metrics).filter(name -> !recorded.contains(name))))
                .isEmpty();
    }

    @Test
    void the_metrics_that_an_expression_reads_are_found() {
        PromQl expression = new PromQl("sum by (le, service) (rate(a_bucket{x=~\"b|c\"}[5m])) / on (d) group_left (e)"
                + " (cloudshop:f:rate5m > 0.5) or 0 * count(g offset 1h) unless h");

        assertThat(expression.metrics()).containsExactly("a_bucket", "cloudshop:f:rate5m", "g", "h");
    }

    /** Names as Prometheus sees them, by the calls that register them. */
    private static Map<String, String> registered() throws IOException {
        Map<String, String> types = new TreeMap<>();
        for (Path file : sources()) {
            for (MatchResult call :
                    REGISTERED.matcher(Files.readString(file)).results().toList()) {
                String name = call.group(2).replace('.', '_');
                switch (call.group(1)) {
                    case "Counter", "counter" -> types.put(name + "_total", "counter");
                    case "Timer" -> types.put(name + "_seconds", "timer");
                    case "DistributionSummary" -> types.put(name, "summary");
                    case "Gauge", "gauge" -> types.put(name, "gauge");
                    default -> {}
                }
            }
        }
        return types;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Repository.root())) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(MetricsPageTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        return Repository.files(Repository.root().relativize(folder).toString()).stream()
                .filter(file -> file.toString().endsWith(".java"));
    }
}
