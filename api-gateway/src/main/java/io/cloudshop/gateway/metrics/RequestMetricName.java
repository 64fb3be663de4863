package io.cloudshop.gateway.metrics;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;

/** What a request is called in the metrics: clients invent paths, so none may become a label as it came. */
public final class RequestMetricName {

    private RequestMetricName() {}

    /** Counts the request under this name instead of its path. */
    public static void set(RoutingContext context, String name) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.setTemplatePath(name);
        }
    }
}
