package io.cloudshop.gateway.routing;

import io.cloudshop.gateway.metrics.RequestLabels;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Gives the series of requests that were reset the upstream that all others have from {@link RequestLabels}: Prometheus
 * takes no two series of one name with different labels.
 */
@Singleton
public class RouteLabels {

    @Produces
    @Singleton
    MeterFilter upstreamOfEveryRequest(RoutingTable table) {
        Map<String, String> upstreams = table.upstreams();
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (!id.getName().equals("http.server.requests") || id.getTag("upstream") != null) {
                    return id;
                }
                String upstream = upstreams.getOrDefault(id.getTag("uri"), RequestLabels.NO_UPSTREAM);
                return id.withTags(List.of(Tag.of("upstream", upstream)));
            }
        };
    }
}
