package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Alertmanager makes of the example's routes: what is told together, and what says nothing new. */
class AlertmanagerTest {

    private static final Map<String, String> DOWN =
            Map.of("alertname", "ServiceDown", "severity", "page", "service", "products-api");
    private static final Map<String, String> ERRORS =
            Map.of("alertname", "HighErrorRate", "severity", "page", "service", "api-gateway");
    private static final Map<String, String> OUTBOX =
            Map.of("alertname", "OutboxLag", "severity", "ticket", "service", "orders-api");
    private static final Map<String, String> FAST_BURN = burn("page", "1h", "availability");
    private static final Map<String, String> BURN = burn("page", "6h", "availability");
    private static final Map<String, String> SLOW_BURN = burn("ticket", "3d", "availability");
    private static final Map<String, String> OTHER_BURN = burn("ticket", "3d", "search-freshness");

    @TempDir
    Path folder;

    private Alertmanager alertmanager;

    @BeforeEach
    void start() {
        alertmanager = Alertmanager.startIn(folder);
    }

    @AfterEach
    void stop() {
        if (alertmanager != null) {
            alertmanager.close();
        }
    }

    @Test
    void an_outage_is_one_message_and_each_environment_has_its_own() {
        alertmanager.fire(in("prod", DOWN), in("prod", FAST_BURN), in("staging", DOWN));

        await().untilAsserted(() -> assertThat(groupsOf("pages"))
                .containsExactlyInAnyOrder(Set.of("ErrorBudgetBurn", "ServiceDown"), Set.of("ServiceDown")));
    }

    @Test
    void tickets_are_told_by_what_they_are_about() {
        Map<String, String> another = with(OUTBOX, "service", "products-api");

        alertmanager.fire(in("prod", OUTBOX), in("prod", another), in("prod", SLOW_BURN));

        await().untilAsserted(() -> assertThat(groupsOf("tickets"))
                .containsExactlyInAnyOrder(Set.of("OutboxLag"), Set.of("ErrorBudgetBurn")));
    }

    @Test
    void a_service_that_is_down_silences_what_follows_from_it_in_its_environment_alone() {
        alertmanager.fire(in("prod", DOWN), in("prod", ERRORS), in("prod", OUTBOX), in("staging", ERRORS));
        alertmanager.fire(in("prod", FAST_BURN));

        await().untilAsserted(
                        () -> assertThat(silenced()).containsExactlyInAnyOrder(in("prod", ERRORS), in("prod", OUTBOX)));
    }

    @Test
    void of_a_budget_that_burns_the_most_urgent_alert_is_told() {
        alertmanager.fire(in("prod", FAST_BURN), in("prod", BURN), in("prod", SLOW_BURN), in("prod", OTHER_BURN));
        alertmanager.fire(in("staging", BURN), in("staging", SLOW_BURN));

        await().untilAsserted(() -> assertThat(silenced())
                .containsExactlyInAnyOrder(in("prod", BURN), in("prod", SLOW_BURN), in("staging", SLOW_BURN)));
    }

    @Test
    void where_there_is_no_namespace_as_in_compose_it_is_the_same() {
        alertmanager.fire(DOWN, ERRORS);

        await().untilAsserted(() -> assertThat(silenced()).containsExactly(ERRORS));
    }

    private List<Map<String, String>> silenced() {
        return alertmanager.alerts().stream()
                .filter(alert -> !alert.get("status").get("inhibitedBy").isEmpty())
                .map(alert -> Alertmanager.labels(alert))
                .toList();
    }

    /** The names of the alerts of each message that this receiver gets. */
    private List<Set<String>> groupsOf(String receiver) {
        List<Set<String>> groups = new ArrayList<>();
        for (JsonNode group : alertmanager.groups()) {
            if (group.get("receiver").get("name").asText().equals(receiver)) {
                Set<String> names = new TreeSet<>();
                group.get("alerts")
                        .forEach(alert -> names.add(Alertmanager.labels(alert).get("alertname")));
                groups.add(names);
            }
        }
        return groups;
    }

    private static Map<String, String> burn(String severity, String window, String objective) {
        return Map.of("alertname", "ErrorBudgetBurn", "severity", severity, "window", window, "slo", objective);
    }

    private static Map<String, String> in(String environment, Map<String, String> alert) {
        return with(alert, "namespace", "cloudshop-" + environment);
    }

    private static Map<String, String> with(Map<String, String> alert, String label, String value) {
        return Stream.concat(alert.entrySet().stream(), Stream.of(Map.entry(label, value)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (was, is) -> is));
    }
}
