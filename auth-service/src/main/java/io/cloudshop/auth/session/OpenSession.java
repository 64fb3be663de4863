package io.cloudshop.auth.session;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A session as its client gets it: the access token in the body, the refresh token in a cookie.
 *
 * @param cookie the value of {@code Set-Cookie}
 */
record OpenSession(Session session, String cookie) {

    RestResponse<Session> answer() {
        return RestResponse.ResponseBuilder.ok(session)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Override
    public String toString() {
        return "OpenSession[" + session + "]";
    }
}
