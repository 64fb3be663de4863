package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EphemeralPortsTest {

    @Test
    void an_offset_into_the_ports_of_outgoing_connections_is_warned_of() {
        EphemeralPorts linux = EphemeralPorts.read("32768\t60999\n");

        assertThat(linux.warning(Shop.idle(new PortPlan(40_000))))
                .hasValueSatisfying(warning -> assertThat(warning).contains("32768 to 60999", "--port-offset"));
        assertThat(linux.warning(Shop.idle(new PortPlan(0)))).isEmpty();
        assertThat(linux.warning(Shop.idle(new PortPlan(20_000)))).isEmpty();
    }

    @Test
    void only_the_stores_may_be_meant() {
        EphemeralPorts some = new EphemeralPorts(13_000, 13_000);

        assertThat(some.warning(Shop.idle(new PortPlan(10_000)))).isPresent();
        assertThat(some.warning(Shop.idle(new PortPlan(10_000)).stream()
                        .filter(component -> component.kind() == Kind.store)
                        .toList()))
                .isEmpty();
    }

    @Test
    void the_system_has_some() {
        assertThat(EphemeralPorts.ofSystem().first()).isBetween(1024, 65_535);
    }
}
