package io.cloudshop.gateway;

import io.cloudshop.defaults.edge.RefusalCustomizer;
import io.cloudshop.gateway.cors.Cors;
import io.cloudshop.gateway.headers.SecurityHeaders;
import io.quarkus.arc.Unremovable;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;

/** Requests that are refused before any step of the gateway get the headers that the steps would have promised. */
@Unremovable
@ApplicationScoped
class RefusedRequests implements RefusalCustomizer {

    private final Cors cors;

    RefusedRequests(Cors cors) {
        this.cors = cors;
    }

    @Override
    public void complete(MultiMap answer, MultiMap request) {
        SecurityHeaders.complete(answer);
        cors.complete(answer, request.get(HttpHeaders.ORIGIN));
    }
}
