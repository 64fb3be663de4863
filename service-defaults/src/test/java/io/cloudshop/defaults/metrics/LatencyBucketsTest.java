package io.cloudshop.defaults.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The names under which canaries, dashboards and alerts ask Prometheus. */
class LatencyBucketsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    LatencyBucketsTest() {
        registry.config().meterFilter(new LatencyBuckets().requestsByDuration());
    }

    @Test
    void requests_are_counted_by_duration() {
        registry.timer("http.server.requests", "outcome", "SUCCESS").record(Duration.ofMillis(300));

        assertThat(registry.scrape())
                .contains("http_server_requests_seconds_bucket{outcome=\"SUCCESS\",le=\"0.25\",} 0.0")
                .contains("http_server_requests_seconds_bucket{outcome=\"SUCCESS\",le=\"0.5\",} 1.0")
                .contains("http_server_requests_seconds_bucket{outcome=\"SUCCESS\",le=\"+Inf\",} 1.0")
                .contains("http_server_requests_seconds_count{outcome=\"SUCCESS\",} 1.0");
    }

    @Test
    void other_timers_are_not() {
        registry.timer("http.client.requests").record(Duration.ofMillis(300));

        assertThat(registry.scrape()).doesNotContain("_bucket");
    }
}
