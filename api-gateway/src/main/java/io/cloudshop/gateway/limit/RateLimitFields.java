package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import io.vertx.core.http.HttpServerResponse;

/** The fields that tell a client its quota (draft-ietf-httpapi-ratelimit-headers-11, lists of RFC 9651). */
final class RateLimitFields {

    private RateLimitFields() {}

    static void put(HttpServerResponse response, Traffic traffic, int limit, Take take) {
        String policy = "\"" + traffic.text() + "\"";
        response.putHeader("RateLimit-Policy", policy + ";q=" + limit + ";w=" + Quota.WINDOW_SECONDS);
        response.putHeader("RateLimit", policy + ";r=" + take.remaining() + ";t=" + take.moreInSeconds());
    }
}
