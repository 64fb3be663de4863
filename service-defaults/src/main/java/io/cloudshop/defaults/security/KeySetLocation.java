package io.cloudshop.defaults.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;

/** Where the keys are and whom they must speak for. Keys are cached, and kept while auth-service is away. */
@ApplicationScoped
class KeySetLocation {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration KEPT_WHILE_AWAY = Duration.ofHours(24);
    private static final Duration AT_MOST_ONE_REFRESH_IN = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final String authUrl;
    private final String issuer;
    private final String audience;

    KeySetLocation(
            @ConfigProperty(name = "cloudshop.auth.url") String authUrl,
            @ConfigProperty(name = "cloudshop.token.issuer", defaultValue = "https://auth.cloudshop.example")
                    String issuer,
            @ConfigProperty(name = "cloudshop.token.audience", defaultValue = "cloudshop") String audience) {
        this.authUrl = authUrl;
        this.issuer = issuer;
        this.audience = audience;
    }

    HttpsJwks keySet() {
        Get get = new Get();
        get.setConnectTimeout(TIMEOUT_MILLIS);
        get.setReadTimeout(TIMEOUT_MILLIS);
        get.setRetries(1);
        HttpsJwks keys = new HttpsJwks(authUrl + "/.well-known/jwks.json");
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(FRESH.toSeconds());
        keys.setRetainCacheOnErrorDuration(KEPT_WHILE_AWAY.toSeconds());
        keys.setRefreshReprieveThreshold(AT_MOST_ONE_REFRESH_IN.toMillis());
        return keys;
    }

    String issuer() {
        return issuer;
    }

    String audience() {
        return audience;
    }
}
