package io.cloudshop.stores.process;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_port_is_given_once() {
        List<Integer> ports =
                IntStream.range(0, 1_000).mapToObj(any -> Ports.free()).toList();

        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void a_port_is_not_given_to_another_process() throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Taker.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
            List<String> taken = List.of(output.readLine().split(" "));

            assertThat(IntStream.range(0, 1_000).mapToObj(any -> String.valueOf(Ports.free())))
                    .doesNotContainAnyElementsOf(taken);
        } finally {
            other.destroyForcibly();
        }
    }

    /** Takes a quarter of all ports and keeps them. */
    static final class Taker {

        public static void main(String... none) throws InterruptedException {
            System.out.println(IntStream.range(0, 5_000)
                    .mapToObj(any -> String.valueOf(Ports.free()))
                    .collect(joining(" ")));
            Thread.sleep(60_000);
        }
    }

    /** The lower end is Linux' default for net.ipv4.ip_local_port_range; macOS begins at 49152 (RFC 6335). */
    @Test
    void a_port_is_below_those_that_systems_choose() {
        assertThat(IntStream.range(0, 1_000).mapToObj(any -> Ports.free()))
                .allSatisfy(port -> assertThat(port).isBetween(1_024, 32_767));
    }

    @Test
    void a_port_that_a_server_has_is_not_free() throws IOException {
        try (ServerSocket server = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(server.getLocalPort())).isFalse();
        }
    }
}
