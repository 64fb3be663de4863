package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards are written by hand, and nobody looks at each panel every day: what can be seen of them without Grafana. */
class DashboardsTest {

    private static final int WIDTH = 24;

    @Test
    void their_addresses_stay() {
        assertThat(Dashboard.all()).hasSize(2).allSatisfy(dashboard -> assertThat(
                        dashboard.json().path("uid").asText())
                .isEqualTo(dashboard.name()));
        assertThat(Dashboard.all().stream()
                        .map(dashboard -> dashboard.json().path("title").asText()))
                .containsExactlyInAnyOrder("CloudShop Overview", "CloudShop SLOs");
    }

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Dashboard#all")
    void every_panel_says_what_it_shows_and_in_what(Dashboard dashboard) {
        assertThat(dashboard.panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText())
                    .as("%s", panel.path("title"))
                    .isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as("%s", panel.path("title"))
                    .isIn("none", "s", "percentunit", "reqps", "cps");
            assertThat(Dashboard.elements(panel.path("targets"))).isNotEmpty().allSatisfy(target -> assertThat(
                            target.path("expr").asText())
                    .isNotBlank());
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        });
    }

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Dashboard#all")
    void no_two_panels_share_a_number_or_a_place(Dashboard dashboard) {
        Set<Integer> numbers = new HashSet<>();
        Set<Integer> places = new HashSet<>();

        Dashboard.elements(dashboard.json().path("panels")).forEach(panel -> {
            assertThat(numbers.add(panel.path("id").asInt()))
                    .as("%s", panel.path("title"))
                    .isTrue();
            assertThat(places(panel)).as("%s", panel.path("title")).allMatch(places::add);
        });
    }

    /** Whoever chooses an environment sees that one alone. */
    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Dashboard#all")
    void every_expression_heeds_the_environment(Dashboard dashboard) {
        assertThat(dashboard.expressions())
                .allSatisfy(expression -> assertThat(expression.text().split("\\{"))
                        .as(expression.text())
                        .filteredOn(part -> part.contains("}"))
                        .allMatch(part -> part.contains("namespace=~\"$namespace\"")));
    }

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Dashboard#all")
    void prometheus_can_read_every_expression(Dashboard dashboard, @TempDir Path folder) throws IOException {
        PrometheusTools.assumeInstalled();
        List<PromQl> expressions = dashboard.expressions();
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        IntStream.range(0, expressions.size()).forEach(i -> rules.append("      - record: expression:")
                .append(i)
                .append("\n        expr: '")
                .append(expressions.get(i).filledIn().text())
                .append("'\n"));

        Path file = Files.writeString(folder.resolve("rules.yaml"), rules);

        PrometheusTools.run("promtool", "check", "rules", file.toString());
    }

    @Test
    void grafana_finds_them_in_a_cluster() {
        ConfigMap dashboards = ManifestTree.manifests(Variation.PROD).get(ConfigMap.class, "cloudshop-dashboards");

        assertThat(dashboards.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        assertThat(dashboards.getData())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "cloudshop-overview.json", Repository.text(Dashboard.FOLDER + "/cloudshop-overview.json"),
                        "cloudshop-slos.json", Repository.text(Dashboard.FOLDER + "/cloudshop-slos.json")));
    }

    private static Set<Integer> places(JsonNode panel) {
        JsonNode grid = panel.path("gridPos");
        Set<Integer> places = new HashSet<>();
        for (int x = grid.path("x").asInt();
                x < grid.path("x").asInt() + grid.path("w").asInt();
                x++) {
            for (int y = grid.path("y").asInt();
                    y < grid.path("y").asInt() + grid.path("h").asInt();
                    y++) {
                places.add(y * WIDTH + x);
            }
        }
        return places;
    }
}
