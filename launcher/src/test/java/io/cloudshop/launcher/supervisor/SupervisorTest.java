package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.ProcessIdentity;
import io.cloudshop.stores.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SupervisorTest {

    private static final int NO_PORT = 0;

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<StackState> published = Collections.synchronizedList(new ArrayList<>());
    private Supervisor supervisor;

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void a_component_starts_when_what_it_needs_answers() throws IOException {
        givenRunning(component("shop", 1, "store"), component("store", 0));

        assertThat(diary()).containsExactly("start store", "start shop");
        assertThat(supervisor.state().phase()).isEqualTo(Phase.RUNNING);
        assertThat(supervisor.state().allAnswer()).isTrue();
    }

    @Test
    void a_killed_component_comes_back_under_a_new_process_id() {
        givenRunning(component("shop", 1), component("store", 0));
        ProcessIdentity killed = stateOf("shop").process();

        killed.find().orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> stateOf("shop").restarts() == 1 && stateOf("shop").answers());
        assertThat(stateOf("shop").process()).isNotEqualTo(killed);
        assertThat(stateOf("store").restarts()).isZero();
        await().untilAsserted(() -> assertThat(events).containsExactly("shop ended with status 137", "shop is back"));
    }

    @Test
    void a_component_that_ends_politely_comes_back_too() {
        givenRunning(component("shop", 1));

        stateOf("shop").process().find().orElseThrow().destroy();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> stateOf("shop").restarts() == 1 && stateOf("shop").answers());
    }

    @Test
    void the_death_of_a_component_is_published_before_it_is_back() {
        givenRunning(component("shop", 1));
        published.clear();

        stateOf("shop").process().find().orElseThrow().destroyForcibly();

        await().untilAsserted(() -> assertThat(published)
                .extracting(state -> state.components().getFirst().health())
                .containsExactly(Health.down, Health.starting, Health.up));
        assertThat(stateOf("shop").restarts()).isOne();
    }

    @Test
    void a_component_stands_aside_while_a_developer_runs_it() throws Exception {
        givenRunning(component("shop", 1), component("store", 0));
        ProcessIdentity ours = stateOf("shop").process();
        Process developers = new ProcessBuilder("sleep", "60").start();

        Files.writeString(replacementOf("shop"), String.valueOf(developers.pid()));

        await().until(() ->
                stateOf("shop").process() == null && !stateOf("shop").answers());
        assertThat(ours.find()).isEmpty();
        assertThat(stateOf("store").answers()).isTrue();

        developers.destroyForcibly().waitFor();

        await().until(() -> stateOf("shop").answers());
        assertThat(stateOf("shop").process()).isNotEqualTo(ours);
        assertThat(stateOf("shop").restarts()).isZero();
        await().untilAsserted(() -> assertThat(events).containsExactly("shop stands aside", "shop is back"));
    }

    @Test
    void what_a_killed_developer_left_replaces_nothing() throws Exception {
        Path left = replacementOf("shop");
        Files.writeString(left, String.valueOf(ProcessHandle.current().pid()));
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));

        givenRunning(component("shop", 1));

        assertThat(stateOf("shop").process()).isNotNull();
    }

    @Test
    void a_shop_starts_and_stops_around_what_a_developer_runs() throws Exception {
        Files.writeString(
                replacementOf("shop"), String.valueOf(ProcessHandle.current().pid()));

        givenRunning(component("shop", 1), component("store", 0));

        assertThat(supervisor.state().phase()).isEqualTo(Phase.RUNNING);
        assertThat(stateOf("shop").process()).isNull();

        supervisor.close();

        assertThat(supervisor.state().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void a_failed_start_stops_what_was_started_and_shows_the_log() {
        Component broken = new Component(
                new FakeProgram("broken", NO_PORT, directory), Kind.service, NO_PORT, null, 1, List.of("store"));
        supervisor = supervisorOf(broken, component("store", 0));
        supervisor.start();

        assertThatThrownBy(supervisor::awaitReady)
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("broken ended with status 3")
                .hasMessageContaining("broken | no port, no service");

        assertThat(supervisor.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(supervisor.state().reason()).startsWith("broken ended with status 3");
        assertThat(supervisor.state().components())
                .extracting(ComponentState::process)
                .containsOnlyNulls();
        assertThat(ProcessHandle.current().descendants().filter(this::isFake)).isEmpty();
    }

    @Test
    void a_failed_start_shows_nothing_of_an_earlier_life() throws IOException {
        FakeProgram program = new FakeProgram("broken", NO_PORT, directory);
        Files.writeString(program.log(), "from an earlier life\n");
        supervisor = supervisorOf(new Component(program, Kind.service, NO_PORT, null, 1, List.of()));
        supervisor.start();

        assertThatThrownBy(supervisor::awaitReady)
                .hasMessageContaining("broken | no port, no service")
                .hasMessageNotContaining("earlier life");
    }

    @Test
    void components_stop_in_the_order_of_their_tiers() throws IOException {
        givenRunning(component("store", 0), component("orders", 1), component("gateway", 2));

        supervisor.close();

        assertThat(diary().subList(3, 6)).containsExactly("stop gateway", "stop orders", "stop store");
        assertThat(supervisor.state().phase()).isEqualTo(Phase.STOPPED);
        assertThat(ProcessHandle.current().descendants().filter(this::isFake)).isEmpty();
    }

    @Test
    void a_stop_during_the_start_leaves_nothing() {
        supervisor = supervisorOf(component("store", 0), component("shop", 1, "store"));
        supervisor.start();

        supervisor.close();

        assertThatThrownBy(supervisor::awaitReady).hasMessageContaining("was stopped");
        assertThat(supervisor.state().phase()).isEqualTo(Phase.STOPPED);
        assertThat(ProcessHandle.current().descendants().filter(this::isFake)).isEmpty();
    }

    private void givenRunning(Component... components) {
        supervisor = supervisorOf(components);
        supervisor.start();
        supervisor.awaitReady();
    }

    private Supervisor supervisorOf(Component... components) {
        return new Supervisor(List.of(components), 0, published::add, new Events() {
            @Override
            public void died(String component, String how, Duration delay) {
                events.add(component + " " + how);
            }

            @Override
            public void standsAside(String component) {
                events.add(component + " stands aside");
            }

            @Override
            public void isBack(String component, Duration after) {
                events.add(component + " is back");
            }
        });
    }

    private Component component(String name, int tier, String... needs) {
        int port = Ports.free();
        return new Component(new FakeProgram(name, port, directory), Kind.service, port, null, tier, List.of(needs));
    }

    private Path replacementOf(String name) {
        return new FakeProgram(name, NO_PORT, directory).replacement();
    }

    private ComponentState stateOf(String name) {
        return supervisor.state().components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> diary() throws IOException {
        return Files.readAllLines(directory.resolve("diary"));
    }

    private boolean isFake(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(FakeServer.class.getName());
    }
}
