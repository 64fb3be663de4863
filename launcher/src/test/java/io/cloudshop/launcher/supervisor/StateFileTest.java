package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.stores.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path directory;

    @Test
    void a_state_reads_as_it_was_written() {
        StateFile file = new StateFile(directory.resolve("state.json"));
        StackState state = new StackState(
                new ProcessIdentity(42, 1_700_000_000_000L),
                Phase.FAILED,
                "orders-api ended\norders-api | \"why\"",
                100,
                List.of(
                        new ComponentState("redis", Kind.store, new ProcessIdentity(7, 5), 6379, null, Health.up, 2),
                        new ComponentState("orders-api", Kind.service, null, 8083, 9083, Health.down, 0)));

        file.write(state);

        assertThat(file.read()).contains(state);
    }

    @Test
    void a_state_of_an_older_version_is_no_state() throws IOException {
        Path file = Files.writeString(directory.resolve("state.json"), "{\"supervisorPid\": 7, \"components\": []}");

        assertThat(new StateFile(file).read()).isEmpty();
    }

    @Test
    void there_is_no_state_before_the_first_start() {
        assertThat(new StateFile(directory.resolve("state.json")).read()).isEmpty();
    }
}
