package io.cloudshop.defaults.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is traced, and nothing sent, unless somebody says where to. */
class TraceSwitchTest {

    private static final int OF_THE_ENVIRONMENT = 300;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void without_an_endpoint_opentelemetry_is_off(String endpoint) {
        SmallRyeConfig config = withEndpoint(endpoint);

        assertThat(config.getValue("quarkus.otel.sdk.disabled", Boolean.class)).isTrue();
        assertThat(config.getValue("cloudshop.traces.enabled", Boolean.class)).isFalse();
    }

    @Test
    void an_endpoint_switches_it_on_and_is_where_spans_go() {
        SmallRyeConfig config = withEndpoint("http://collector:4318");

        assertThat(config.getValue("quarkus.otel.sdk.disabled", Boolean.class)).isFalse();
        assertThat(config.getValue("cloudshop.traces.enabled", Boolean.class)).isTrue();
        assertThat(config.getValue("quarkus.otel.exporter.otlp.endpoint", String.class))
                .isEqualTo("http://collector:4318");
    }

    /** With the defaults of all services, which the builder finds on the class path. */
    private static SmallRyeConfig withEndpoint(String endpoint) {
        Map<String, String> environment = endpoint == null ? Map.of() : Map.of("cloudshop.traces.endpoint", endpoint);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addPropertiesSources()
                .withSources(new PropertiesConfigSource(environment, "environment", OF_THE_ENVIRONMENT))
                .withSources(new TraceSwitch())
                .build();
    }
}
