package io.cloudshop.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.Health;
import io.cloudshop.launcher.supervisor.Kind;
import io.cloudshop.launcher.supervisor.Phase;
import io.cloudshop.launcher.supervisor.StackState;
import io.cloudshop.stores.process.ProcessIdentity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartProgressTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StartProgress progress = new StartProgress(new Console(output, output));

    @Test
    void a_component_is_told_once() {
        progress.show(state(Phase.STARTING, null, Health.up));
        progress.show(state(Phase.RUNNING, null, Health.up));

        assertThat(lines()).singleElement().asString().contains("✓ redis", "ready after", "port 6379");
    }

    @Test
    void what_becomes_ready_while_everything_is_stopped_is_no_news() {
        progress.show(state(Phase.STARTING, null, Health.starting));
        progress.show(state(Phase.STOPPING, null, Health.starting));
        progress.show(state(Phase.STOPPING, null, Health.up));
        progress.show(state(Phase.STOPPED, null, Health.down));

        assertThat(lines()).containsExactly("Stopping...");
    }

    @Test
    void a_start_that_failed_is_told_by_who_waits_for_it() {
        progress.show(state(Phase.STOPPING, "redis ended with status 1", Health.down));
        progress.show(state(Phase.FAILED, "redis ended with status 1", Health.down));

        assertThat(lines()).isEmpty();
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static StackState state(Phase phase, String reason, Health health) {
        ProcessIdentity process = ProcessIdentity.of(ProcessHandle.current());
        return new StackState(
                process,
                phase,
                reason,
                0,
                List.of(new ComponentState("redis", Kind.store, process, 6379, null, health, 0)));
    }
}
