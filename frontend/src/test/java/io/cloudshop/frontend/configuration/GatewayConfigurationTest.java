package io.cloudshop.frontend.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class GatewayConfigurationTest {

    @Test
    void an_empty_url_means_the_origin_that_serves_the_shop() {
        assertThat(apiBaseUrl("")).isEmpty();
    }

    @Test
    void a_trailing_slash_makes_no_difference() {
        assertThat(apiBaseUrl("https://api.local/")).isEqualTo("https://api.local");
    }

    private static String apiBaseUrl(String configured) {
        var configuration = new SmallRyeConfigBuilder()
                .withMapping(GatewayConfiguration.class)
                .withDefaultValue("cloudshop.gateway.url", configured)
                .build()
                .getConfigMapping(GatewayConfiguration.class);
        return new PageConfigurationResource(configuration).get().apiBaseUrl();
    }
}
