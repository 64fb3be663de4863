package io.cloudshop.gateway.metrics;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;

/** Keeps the number of time series small: clients invent paths, so none may become a label as it came. */
public final class MetricLabels {

    private MetricLabels() {}

    /** Counts the request under this name instead of its path. */
    public static void requestIsFor(RoutingContext context, String name) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.setTemplatePath(name);
        }
    }
}
