package io.cloudshop.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What it takes to spare an upstream. That one of two replicas is dead must not be enough: the other one answers. */
@ConfigMapping(prefix = "cloudshop.gateway.circuit")
interface CircuitConfig {

    /** Last requests to an upstream that are looked at, count; default 40. */
    @WithDefault("40")
    @Min(2)
    @Max(10_000)
    int window();

    /** Requests below which nothing is concluded, count, at most the window; default 20. */
    @WithDefault("20")
    @Min(2)
    @Max(10_000)
    int minimum();

    /** Share of them without an answer from which on the upstream is spared, per cent; default 80. */
    @WithDefault("80")
    @Min(1)
    @Max(100)
    int failurePercentage();

    /** Time between two requests that try a spared upstream, duration; default 2 s. */
    @WithDefault("2s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration pause();
}
