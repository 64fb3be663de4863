package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.stores.process.ProcessIdentity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void a_process_of_the_last_stack_is_ended() {
        assertThat(Leftovers.end(stateNaming(ProcessIdentity.of(process.toHandle()))))
                .isOne();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void a_process_that_got_the_number_later_is_left_alone() {
        long longAgo = ProcessIdentity.of(process.toHandle()).startedAt() - 60_000;

        assertThat(Leftovers.end(stateNaming(new ProcessIdentity(process.pid(), longAgo))))
                .isZero();

        assertThat(process.isAlive()).isTrue();
    }

    private StackState stateNaming(ProcessIdentity identity) {
        ComponentState component = new ComponentState("orders-api", Kind.service, identity, 8083, 9083, Health.up, 0);
        return new StackState(identity, Phase.RUNNING, null, 0, List.of(component));
    }
}
