package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.cloudshop.stores.monitoring.AlertmanagerServer;
import io.cloudshop.stores.monitoring.PrometheusServer;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.RunningProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus and Alertmanager beside a shop whose ports are moved, with the configuration of this checkout. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MonitorsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path home;

    private final List<RunningProgram> running = new ArrayList<>();
    private PortPlan ports;
    private List<Component> monitors;

    @BeforeEach
    void prepare() {
        assumeTrue(
                PrometheusServer.installed().isPresent()
                        && AlertmanagerServer.installed().isPresent(),
                "Nothing is watched: install prometheus and alertmanager (Debian's prometheus-alertmanager).");
        ports = IntStream.range(100, 800)
                .mapToObj(PortPlan::new)
                .filter(plan ->
                        Monitors.idle(plan).stream().map(ComponentState::port).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
        FakeProgram frontend = new FakeProgram("frontend", 0, home);
        monitors = new Monitors(Installation.at(CHECKOUT, home), ports)
                .of(List.of(new Component(frontend, Kind.service, 0, null, 4, List.of())));
    }

    @AfterEach
    void stop() {
        running.forEach(RunningProgram::close);
    }

    @Test
    void prometheus_has_the_rules_of_the_cluster_and_looks_where_the_shop_is() throws Exception {
        monitors.forEach(monitor -> running.add(RunningProgram.start(monitor.program(), LIMIT)));

        assertThat(ask("rules").toString()).contains("ErrorBudgetBurn", "ServiceDown", "CertificateExpiry");
        await().untilAsserted(() -> assertThat(ask("targets?state=active").toString())
                .contains("localhost:" + ports.managementOf("api-gateway") + "/metrics")
                .contains("localhost:" + ports.managementOf("frontend") + "/metrics"));
        await().untilAsserted(() -> assertThat(ask("alertmanagers").toString())
                .contains("localhost:" + ports.of(Monitors.ALERTMANAGER) + "/api"));
        assertThat(home.resolve("monitoring/prometheus/data")).isNotEmptyDirectory();
    }

    @Test
    void they_come_after_the_services_and_go_before_them() {
        assertThat(monitors).extracting(Component::name).containsExactly(Monitors.PROMETHEUS, Monitors.ALERTMANAGER);
        assertThat(monitors).allSatisfy(monitor -> {
            assertThat(monitor.needs()).containsExactly("frontend");
            assertThat(monitor.tier()).isGreaterThan(4);
        });
    }

    private Map<String, Object> ask(String what) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + ports.of(Monitors.PROMETHEUS) + "/api/v1/" + what);
        try (var answer = address.toURL().openStream()) {
            return JSON.std.mapFrom(answer);
        }
    }
}
