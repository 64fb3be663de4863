package io.cloudshop.stores.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
