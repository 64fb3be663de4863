package io.cloudshop.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code cloudshop} on a machine where not everything is as it should be: ports, locales, paths. */
class LauncherScriptPlaceTest {

    private static final String NO_UTF8 = "[[ $* != charmap ]] || echo ANSI_X3.4-1968";

    @TempDir
    private Path folder;

    private ScriptCheckout checkout;

    @BeforeEach
    void prepare() throws IOException {
        checkout = ScriptCheckout.in(folder);
    }

    /** For each port that the launcher's own plan has, so that the script's is the same. */
    @Test
    void each_taken_port_is_told_with_its_owner_before_anything_is_built() throws Exception {
        PortPlan plan = FreePorts.plan();

        for (ComponentState component : Shop.idle(plan)) {
            for (int port : FreePorts.of(component).toList()) {
                try (ServerSocket other = new ServerSocket(port, 9, InetAddress.getLoopbackAddress())) {
                    Launcher.Result up = checkout.run(Map.of(), "up", "--port-offset=" + plan.offset(), "--detach");

                    assertThat(other.isBound()).isTrue();
                    assertThat(up.status()).as(up.output()).isEqualTo(ExitCode.PORTS_TAKEN);
                    assertThat(up.output())
                            .contains("Port " + port + " (" + component.name() + ") is taken by process "
                                    + ProcessHandle.current().pid())
                            .contains("--port-offset");
                }
            }
        }
        assertThat(checkout.builds()).isZero();
    }

    @Test
    void stores_alone_do_not_need_the_ports_of_services() throws Exception {
        PortPlan plan = FreePorts.plan();
        try (ServerSocket other = new ServerSocket(plan.of("frontend"), 9, InetAddress.getLoopbackAddress())) {
            Launcher.Result up =
                    checkout.run(Map.of(), "up", "--only", "infra", "--port-offset", String.valueOf(plan.offset()));

            assertThat(other.isBound()).isTrue();
            assertThat(up.status()).as(up.output()).isZero();
        }
    }

    /** A JVM that starts in such a locale cannot even name the checkout. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "nowhere"})
    void a_locale_that_cannot_spell_a_path_is_replaced_by_one_that_can(String locale) throws Exception {
        checkout.java(ScriptCheckout.NOT_RUNNING + "\nlocale charmap");

        Launcher.Result up = checkout.run(Map.of("LC_ALL", locale), "up", "--port-offset", offset());

        assertThat(up.status()).as(up.output()).isZero();
        assertThat(up.output()).contains("UTF-8");
    }

    @Test
    void without_any_such_locale_one_sentence_says_what_is_the_matter() throws Exception {
        checkout.program("tools/locale", NO_UTF8);
        // By the shell: the JVM of this test may itself be in a locale that cannot.
        String abroad = "mkdir \"$(printf 'B\\303\\274ro')\" && cp cloudshop B*ro && exec bash B*ro/cloudshop up";

        Launcher.Result up = checkout.execute(Map.of("LC_ALL", "C"), List.of("bash", "-c", abroad));

        assertThat(up.status()).isEqualTo(ExitCode.FAILED);
        assertThat(up.output().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("Java cannot read the path", "UTF-8");
    }

    @Test
    void a_path_of_ascii_letters_needs_no_such_locale() throws Exception {
        checkout.program("tools/locale", NO_UTF8);

        Launcher.Result up = checkout.run(Map.of("LC_ALL", "C"), "up", "--port-offset", offset());

        assertThat(up.status()).as(up.output()).isZero();
    }

    private static String offset() {
        return String.valueOf(FreePorts.plan().offset());
    }
}
