package io.cloudshop.frontend.telemetry;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Counts what pages report, by route, of which there are as many as the shop has. Thread-safe. */
@ApplicationScoped
class PageMetrics {

    private static final Logger LOG = Logger.getLogger(PageMetrics.class);

    /** The bounds of good and of poor values of all the vitals. */
    private static final Duration[] SECONDS = {
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofMillis(800),
        Duration.ofMillis(1_800),
        Duration.ofMillis(2_500),
        Duration.ofMillis(4_000)
    };

    private static final double[] SHIFTS = {0.05, 0.1, 0.25};

    private final MeterRegistry registry;

    PageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(String route, PageReport.Vital vital) {
        if (vital.name().equals("CLS")) {
            DistributionSummary.builder("cloudshop.page.layout.shift")
                    .description("Cumulative layout shift of a visit to a page")
                    .serviceLevelObjectives(SHIFTS)
                    .tag("route", route)
                    .register(registry)
                    .record(vital.value());
        } else {
            Timer.builder("cloudshop.page.vital")
                    .description("How long what the web vital names took")
                    .serviceLevelObjectives(SECONDS)
                    .tags("vital", vital.name(), "route", route)
                    .register(registry)
                    .record(Duration.ofNanos(Math.round(vital.value() * 1_000_000)));
        }
    }

    void record(String route, PageReport.ScriptError error) {
        registry.counter("cloudshop.page.errors", "route", route).increment();
        LOG.warnf("A page at %s threw %s at %s", route, error.name(), error.at());
    }

    void refuse() {
        registry.counter("cloudshop.page.reports.refused").increment();
    }
}
