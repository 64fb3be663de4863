package io.cloudshop.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "unknown, somewhere, false"
    })
    void a_client_is_one_address_or_one_network_of_ipv6(String one, String other, boolean isSame) {
        assertThat(Subject.ofClient(one).equals(Subject.ofClient(other))).isEqualTo(isSame);
    }

    @Test
    void email_addresses_are_equal_where_the_database_says_so() {
        assertThat(Subject.ofEmail("ADA@EXAMPLE.ORG")).isEqualTo(Subject.ofEmail("ada@example.org"));
        assertThat(Subject.ofEmail("İda@example.org")).isEqualTo(Subject.ofEmail("ida@example.org"));
        assertThat(Subject.ofEmail("ada@example.org")).isNotEqualTo(Subject.ofEmail("eve@example.org"));
    }
}
