package io.cloudshop.gateway.metrics;

import io.micrometer.core.instrument.Tags;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * What a request is called in the metrics: clients invent paths, so none may become a label as it came.
 *
 * <p>Quarkus takes a name that is equal to the path for the path itself, and counts errors under none. So the name is set
 * once more when the answer is counted; of requests that are reset before, Quarkus asks no more than the name. And it takes
 * a path that it had to normalise, such as {@code //x}, for a name.
 */
@Singleton
public class RequestLabels implements HttpServerMetricsTagsContributor {

    public static final String NO_UPSTREAM = "none";

    private static final String UNKNOWN = "UNKNOWN";
    private static final String KEY = RequestLabels.class.getName();

    /** Counts the request under this name instead of its path, with the upstream that is to answer it. */
    public static void set(RoutingContext context, String name, String upstream) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.setTemplatePath(name);
            HttpServerRequestInternal request = metric.request();
            request.context().putLocal(KEY, Tags.of("uri", name, "upstream", upstream));
        }
        HttpServerRoute.update(io.opentelemetry.context.Context.current(), HttpServerRouteSource.CONTROLLER, name);
    }

    /** Counts the request under no name: it leads nowhere. */
    public static void setUnknown(RoutingContext context) {
        set(context, UNKNOWN, NO_UPSTREAM);
    }

    @Override
    public Tags contribute(Context context) {
        Tags known = context.requestContextLocalData(KEY);
        return known != null ? known : Tags.of("upstream", NO_UPSTREAM);
    }
}
