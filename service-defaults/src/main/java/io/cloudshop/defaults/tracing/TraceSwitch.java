package io.cloudshop.defaults.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Switches OpenTelemetry on where an endpoint is set, at start: one setting, and no way to send spans to nobody. */
public final class TraceSwitch implements ConfigSourceFactory {

    /** Above microprofile-config.properties, which switches it off, and below whatever somebody sets by hand. */
    private static final int ORDINAL = 150;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue endpoint = context.getValue("cloudshop.traces.endpoint");
        if (endpoint == null
                || endpoint.getValue() == null
                || endpoint.getValue().isBlank()) {
            return List.of();
        }
        Map<String, String> on = Map.of(
                "cloudshop.traces.enabled", "true",
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.exporter.otlp.endpoint", endpoint.getValue());
        return List.of(new PropertiesConfigSource(on, "traces", ORDINAL));
    }
}
