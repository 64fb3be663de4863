package io.cloudshop.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.process.Signal;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as scripts see them, with the real stores. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CloudShopTest {

    @TempDir
    private Path checkout;

    private Launcher launcher;
    private String offset;

    @BeforeEach
    void prepare() throws IOException {
        launcher = Launcher.in(checkout);
        offset = String.valueOf(FreePorts.plan().offset());
    }

    @AfterEach
    void stop() throws Exception {
        launcher.run("down");
        Sandbox.remove(checkout.resolve(".cloudshop/data"));
    }

    @Test
    void the_stores_go_up_and_down() throws Exception {
        Launcher.Result up = launcher.run("up", "--only", "infra", "--detach", "--port-offset", offset);
        assertThat(up.output()).contains("✓ postgresql", "✓ redis", "✓ opensearch", "CloudShop is up after");
        assertThat(up.status()).isZero();

        Launcher.Result status = launcher.run("status", "--json");
        assertThat(status.status()).isZero();
        assertThat(components(status)).hasSize(3).allSatisfy(component -> assertThat(component)
                .containsEntry("kind", "store")
                .containsEntry("health", "up")
                .containsEntry("restarts", 0)
                .containsEntry("managementPort", null)
                .hasEntrySatisfying("rssBytes", bytes -> assertThat(((Number) bytes).longValue())
                        .isPositive())
                .containsKeys("uptimeSeconds", "port", "pid"));

        assertThat(launcher.run("up", "--only", "infra").output()).contains("CloudShop is up already");
        assertThat(launcher.run("logs", "redis", "-n", "100").output()).contains("redis        | ", "Ready to accept");

        List<Long> pids = pids(status);
        assertThat(launcher.run("down")).isEqualTo(new Launcher.Result(0, "CloudShop is down.\n"));
        assertThat(pids).noneMatch(CloudShopTest::isAlive);
        assertThat(launcher.run("status").status()).isEqualTo(ExitCode.NOT_RUNNING);
    }

    @Test
    void nothing_outlives_a_killed_supervisor() throws Exception {
        Path output = checkout.resolve("up.txt");
        Process supervisor = launcher.start(output, "up", "--only", "infra", "--port-offset", offset);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(output).contains("✓ postgresql")
                        && Files.readString(output).contains("✓ redis"));
        List<Long> pids = pids(launcher.run("status", "--json"));

        Signal.KILL.send(supervisor.pid());

        await().atMost(Duration.ofSeconds(10)).until(() -> pids.stream().noneMatch(CloudShopTest::isAlive));
        assertThat(launcher.run("status").status()).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(launcher.run("down").status()).isZero();
    }

    @Test
    void an_interrupt_during_the_start_leaves_nothing() throws Exception {
        Path output = checkout.resolve("up.txt");
        Process supervisor = launcher.start(output, "up", "--only", "infra", "--port-offset", offset);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(output).contains("✓ redis"));
        List<Long> pids = pids(launcher.run("status", "--json"));

        Signal interrupt = isInterruptIgnored() ? Signal.TERM : Signal.INT;
        interrupt.send(supervisor.pid());

        assertThat(supervisor.waitFor()).isEqualTo(interrupt == Signal.INT ? 130 : 143);
        assertThat(Files.readString(output)).endsWith("Stopping...\nCloudShop is down.\n");
        assertThat(pids).noneMatch(CloudShopTest::isAlive);
        assertThat(Installation.at(checkout).isRunning()).isFalse();
    }

    @Test
    void a_taken_port_is_named_with_its_owner() throws Exception {
        int port = new PortPlan(Integer.parseInt(offset)).of("redis");
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Launcher.Result up = launcher.run("up", "--only", "infra", "--detach", "--port-offset", offset);

            assertThat(other.isBound()).isTrue();
            assertThat(up.status()).isEqualTo(ExitCode.PORTS_TAKEN);
            assertThat(up.output())
                    .contains("Port " + port + " (redis) is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("--port-offset");
        }
    }

    @Test
    void everything_is_down_before_the_first_start() throws Exception {
        Launcher.Result status = launcher.run("status", "--json");

        assertThat(status.status()).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(components(status))
                .extracting(component -> component.get("name"))
                .containsExactlyInAnyOrder(
                        "api-gateway",
                        "auth-service",
                        "products-api",
                        "orders-api",
                        "frontend",
                        "postgresql",
                        "redis",
                        "opensearch");
        assertThat(components(status))
                .allSatisfy(component ->
                        assertThat(component).containsEntry("health", "down").containsEntry("pid", null));
    }

    @Test
    void wrong_usage_is_told_apart() throws Exception {
        assertThat(launcher.run("up", "--nonsense").status()).isEqualTo(ExitCode.USAGE);
        assertThat(launcher.run("logs", "nonsense").status()).isEqualTo(ExitCode.USAGE);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> components(Launcher.Result status) throws IOException {
        return (List<Map<String, Object>>) JSON.std.mapFrom(status.output()).get("components");
    }

    private static List<Long> pids(Launcher.Result status) throws IOException {
        return components(status).stream()
                .map(component -> component.get("pid"))
                .filter(Number.class::isInstance)
                .map(pid -> ((Number) pid).longValue())
                .toList();
    }

    /** A shell without job control makes its background jobs, and what they start, ignore the interrupt. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(ignored -> ignored.testBit(1));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
