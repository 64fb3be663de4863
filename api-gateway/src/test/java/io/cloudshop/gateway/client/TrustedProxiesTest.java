package io.cloudshop.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            new TrustedProxies(true, Optional.of(List.of("127.0.0.1", " 10.0.0.0/8", "2001:db8:1::/48")));

    @ParameterizedTest(name = "{1} said {2}")
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.7      | 127.0.0.1      | 203.0.113.7
            203.0.113.7      | 127.0.0.1      | 6.6.6.6, 203.0.113.7
            203.0.113.7      | 127.0.0.1      | 6.6.6.6, 203.0.113.7, 10.1.2.3
            203.0.113.7      | 127.0.0.1      | 6.6.6.6 ; 203.0.113.7, 10.1.2.3
            203.0.113.7      | 2001:db8:1::9  | 203.0.113.7:4711
            2001:db8:2::7    | 10.255.255.255 | [2001:db8:2::7]:4711
            2001:db8:2::7    | 127.0.0.1      | 2001:db8:2::7
            10.1.2.3         | 127.0.0.1      | 10.1.2.3
            203.0.113.8      | 203.0.113.8    | 6.6.6.6
            11.0.0.1         | 11.0.0.1       | 6.6.6.6
            2001:db8:2::9    | 2001:db8:2::9  | 6.6.6.6
            10.1.2.3         | 127.0.0.1      | 6.6.6.6, unknown, 10.1.2.3
            127.0.0.1        | 127.0.0.1      | shop.example
            127.0.0.1        | 127.0.0.1      | ''
            unknown          | unknown        | 6.6.6.6
            """)
    void the_client_is_the_last_address_that_is_no_proxy_of_ours(String client, String caller, String said) {
        List<String> headers = Stream.of(said.split(";")).toList();

        assertThat(PROXIES.client(caller, headers)).isEqualTo(client);
    }

    @Test
    void without_a_list_nobody_is_trusted() {
        TrustedProxies none = new TrustedProxies(true, Optional.empty());

        assertThat(none.client("127.0.0.1", List.of("6.6.6.6"))).isEqualTo("127.0.0.1");
    }

    @Test
    void a_list_means_nothing_while_forwarding_is_off() {
        TrustedProxies off = new TrustedProxies(false, Optional.of(List.of("127.0.0.1")));

        assertThat(off.client("127.0.0.1", List.of("6.6.6.6"))).isEqualTo("127.0.0.1");
    }

    @Test
    void a_name_in_the_list_stops_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustedProxies(true, Optional.of(List.of("proxy.example"))))
                .withMessageContaining("proxy.example");
    }
}
