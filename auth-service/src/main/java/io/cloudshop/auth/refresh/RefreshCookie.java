package io.cloudshop.auth.refresh;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * How a refresh token travels: in a cookie (RFC 6265) that no script can read, that no other site can have sent, and that
 * goes to this service's own addresses only. Outside the local profiles it goes over TLS only.
 */
@ApplicationScoped
public class RefreshCookie {

    public static final String NAME = "cloudshop_refresh";

    private static final String PATH = "/api/v1/auth";
    private static final Set<String> LOCAL_PROFILES = Set.of("local", "dev", "test");

    private final String attributes;

    @Inject
    RefreshCookie() {
        this(ConfigUtils.getProfiles().stream().noneMatch(LOCAL_PROFILES::contains));
    }

    RefreshCookie(boolean secure) {
        this.attributes = "; Path=" + PATH + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    /** The value of {@code Set-Cookie} that hands a token over. */
    public String of(RefreshToken token) {
        return cookie(token.text(), token.lifetime().toSeconds());
    }

    /** The value of {@code Set-Cookie} that makes a browser forget its token. */
    public String cleared() {
        return cookie("", 0);
    }

    private String cookie(String value, long maxAge) {
        return NAME + "=" + value + "; Max-Age=" + maxAge + attributes;
    }
}
