package io.cloudshop.frontend.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAddressTest {

    @Test
    void an_empty_url_means_the_origin_that_serves_the_shop() {
        ApiAddress api = apiAt("");

        assertThat(api.baseUrlFor("localhost")).isEmpty();
        assertThat(api.origins()).isEmpty();
    }

    @Test
    void a_trailing_slash_makes_no_difference() {
        assertThat(apiAt("https://api.local/").baseUrlFor("shop.local")).isEqualTo("https://api.local");
    }

    @Test
    void a_page_may_talk_to_the_api_whatever_its_path() {
        ApiAddress api = apiAt("https://api.local:8443/shop");

        assertThat(api.baseUrlFor("shop.local")).isEqualTo("https://api.local:8443/shop");
        assertThat(api.origins()).containsExactly("https://api.local:8443");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost,    http://localhost:8080",
        "http://localhost:8080, 127.0.0.1,    http://127.0.0.1:8080",
        "http://127.0.0.1:8080, localhost,    http://localhost:8080",
        "http://localhost:8080, evil.example, http://localhost:8080",
        "https://api.local,     127.0.0.1,    https://api.local",
    })
    void a_local_api_goes_by_the_name_that_the_page_was_opened_with(
            String configured, String shopHost, String expected) {
        assertThat(apiAt(configured).baseUrlFor(shopHost)).isEqualTo(expected);
    }

    @Test
    void a_local_api_has_both_names() {
        assertThat(apiAt("http://localhost:8080").origins())
                .containsExactly("http://localhost:8080", "http://127.0.0.1:8080");
    }

    private static ApiAddress apiAt(String configured) {
        return new ApiAddress(new SmallRyeConfigBuilder()
                .withMapping(GatewayConfiguration.class)
                .withDefaultValue("cloudshop.gateway.url", configured)
                .build()
                .getConfigMapping(GatewayConfiguration.class));
    }
}
