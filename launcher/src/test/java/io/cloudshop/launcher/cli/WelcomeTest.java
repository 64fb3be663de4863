package io.cloudshop.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.Health;
import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Kind;
import io.cloudshop.launcher.supervisor.Phase;
import io.cloudshop.launcher.supervisor.StackState;
import io.cloudshop.stores.process.ProcessIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    @TempDir
    private Path directory;

    @Test
    void it_says_where_the_passwords_are_also_in_a_home_elsewhere() {
        Installation installation = Installation.at(directory.resolve("checkout"), directory.resolve("elsewhere"));
        StackState stores =
                new StackState(ProcessIdentity.of(ProcessHandle.current()), Phase.RUNNING, null, 0, List.of());

        assertThat(Welcome.to(stores, installation, Map.of()))
                .contains(directory.resolve("elsewhere/secrets.env").toString())
                .doesNotContain(".cloudshop");
    }

    @Test
    void it_says_where_the_monitors_are_that_run() {
        Installation installation = Installation.at(directory);
        StackState shop = new StackState(
                ProcessIdentity.of(ProcessHandle.current()),
                Phase.RUNNING,
                null,
                100,
                List.of(
                        new ComponentState("frontend", Kind.service, null, 3100, 4100, Health.up, 0),
                        new ComponentState("prometheus", Kind.monitor, null, 9190, null, Health.up, 0)));

        assertThat(Welcome.to(shop, installation, Map.of()))
                .contains("Shop       http://localhost:3100", "Prometheus http://localhost:9190")
                .doesNotContain("Alerts");
    }
}
