package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.stores.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenPortTest {

    @Test
    void a_taken_management_port_is_named_with_its_owner() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<TakenPort> taken = TakenPort.among(List.of(wanting(other.getLocalPort())));

            assertThat(taken)
                    .singleElement()
                    .extracting(TakenPort::describe)
                    .asString()
                    .contains("Port " + other.getLocalPort() + " (orders-api)")
                    .contains("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_port_whose_owner_has_gone_is_free() throws IOException {
        ServerSocket other = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress());
        other.close();

        assertThat(TakenPort.among(List.of(wanting(other.getLocalPort())))).isEmpty();
    }

    private static ComponentState wanting(int managementPort) {
        int free = Ports.free();
        return new ComponentState("orders-api", Kind.service, null, free, managementPort, Health.down, 0);
    }
}
