package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alert fires when it should and is silent when it should not, says what it means, and is the same everywhere. */
class AlertingRulesTest {

    private static final String PRINTED = "https://github.com/cloudshop/cloudshop/blob/main/";
    private static final String RULE = AlertingRules.COMPONENT + "/prometheus-rule.yaml";

    @Test
    void prometheus_accepts_the_rules() {
        PrometheusTools.assumeInstalled();

        PrometheusTools.run(
                command(Stream.of("promtool", "check", "rules", "--lint=all", "--lint-fatal"), AlertingRules.files()));
    }

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.AlertingRules#tests")
    void the_rules_do_what_their_tests_say(String test) {
        PrometheusTools.assumeInstalled();

        PrometheusTools.run("promtool", "test", "rules", test);
    }

    @Test
    void both_configurations_of_prometheus_are_good() {
        PrometheusTools.assumeInstalled();

        PrometheusTools.run("promtool", "check", "config", "observability/prometheus.yml");
        PrometheusTools.run("promtool", "check", "config", "--syntax-only", "compose/prometheus.yml");
    }

    @Test
    void alertmanager_accepts_its_configuration() {
        PrometheusTools.assumeInstalled();

        PrometheusTools.run("amtool", "check-config", Alertmanager.CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({"page, pages", "ticket, tickets", "of-somebody-else, tickets"})
    void whom_an_alert_reaches_depends_on_its_severity(String severity, String receiver) {
        PrometheusTools.assumeInstalled();

        assertThat(PrometheusTools.run(
                        "amtool",
                        "config",
                        "routes",
                        "test",
                        "--config.file=" + Alertmanager.CONFIGURATION,
                        "severity=" + severity))
                .isEqualToIgnoringWhitespace(receiver);
    }

    @Test
    void every_alert_says_how_urgent_it_is_how_much_it_is_and_where_to_read_on() {
        assertThat(AlertingRules.alerts()).hasSizeGreaterThan(15).allSatisfy(alert -> {
            assertThat(alert.labels()).containsEntry("part_of", "cloudshop");
            assertThat(alert.labels().get("severity")).isIn("page", "ticket");
            assertThat(alert.annotations()).containsOnlyKeys("summary", "runbook_url");
            assertThat(alert.annotations().get("summary")).contains("$value");
            assertThat(alert.annotations().get("runbook_url")).isEqualTo(PRINTED + alert.runbook());
        });
    }

    @Test
    void every_alert_has_a_runbook_and_every_runbook_an_alert() {
        List<String> runbooks = Repository.files("docs/runbooks").stream()
                .map(file -> Repository.root().relativize(file).toString())
                .filter(file -> !file.endsWith("README.md"))
                .toList();

        assertThat(AlertingRules.alerts().stream().map(AlertingRules.Alert::runbook))
                .containsAll(runbooks)
                .isSubsetOf(runbooks);
        assertThat(runbooks).allSatisfy(runbook -> assertThat(Repository.text(runbook))
                .contains("**Meaning.**", "**Impact.**", "**Check.**", "**Mend.**", "```sh"));
        assertThat(runbooks).allSatisfy(runbook -> assertThat(Repository.text("docs/runbooks/README.md"))
                .contains("(" + runbook.substring("docs/runbooks/".length()) + ")"));
    }

    @Test
    void every_alert_is_tried_when_it_should_fire_and_when_it_should_not() {
        List<AlertingRules.Expectation> expectations = AlertingRules.expectations();

        assertThat(AlertingRules.alerts())
                .allMatch(alert -> expectations.stream().anyMatch(expected -> expected.saysItFires(alert)))
                .allMatch(alert -> expectations.stream().anyMatch(expected -> expected.saysItIsSilent(alert)));
    }

    @Test
    void the_operator_gets_the_rules_that_all_others_read() {
        Map<String, Object> rule = AlertingRules.load(RULE);

        assertThat(rule.get("spec")).isEqualTo(Map.of("groups", AlertingRules.groups()));
    }

    @Test
    void the_rule_of_the_operator_is_what_the_generator_writes(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        for (String file : AlertingRules.files()) {
            Path copy = folder.resolve("rules").resolve(Path.of(file).getFileName());
            Files.writeString(copy, Repository.text(file));
        }

        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Tool.run(Repository.root(), java, "k8s/generator/WriteRules.java", folder.toString());

        assertThat(folder.resolve("prometheus-rule.yaml"))
                .as("stale: java k8s/generator/WriteRules.java")
                .hasContent(Repository.text(RULE));
    }

    private static String[] command(Stream<String> program, List<String> files) {
        return Stream.concat(program, files.stream()).toArray(String[]::new);
    }
}
