package io.cloudshop.defaults.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What is traced, and where it is sent (ADR 38). */
@ConfigMapping(prefix = "cloudshop.traces")
public interface TraceSettings {

    /** Where spans are sent by OTLP over HTTP, for example {@code http://collector:4318}. Nothing is traced without it. */
    Optional<String> endpoint();

    /** Whether there is an endpoint: derived, not set. */
    boolean enabled();

    /** Of how many requests that begin a trace it is recorded, 0 to 1. Default 0.05. */
    @WithDefault("0.05")
    double ratio();

    /** Whether a caller decides for us that its trace is recorded; not where strangers call. Default true. */
    @WithDefault("true")
    boolean trustCallers();
}
