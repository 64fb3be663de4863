package io.cloudshop.defaults.security;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The keys that auth-service publishes. They are cached, and kept while auth-service is away. */
@DefaultBean
@ApplicationScoped
class RemoteKeys implements VerificationKeys {

    private static final Duration FRESH = Duration.ofMinutes(5);
    /** After a refresh that failed the old keys serve on, and this long passes before the next attempt. */
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(1);

    private static final Duration AT_MOST_ONE_REFRESH_IN = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final String authUrl;

    RemoteKeys(@ConfigProperty(name = "cloudshop.auth.url") String authUrl) {
        this.authUrl = authUrl;
    }

    @Override
    public VerificationKeyResolver resolver() {
        Get get = new Get();
        get.setConnectTimeout(TIMEOUT_MILLIS);
        get.setReadTimeout(TIMEOUT_MILLIS);
        get.setRetries(1);
        HttpsJwks keys = new HttpsJwks(authUrl + "/.well-known/jwks.json");
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(FRESH.toSeconds());
        keys.setRetainCacheOnErrorDuration(TRIED_AGAIN_AFTER.toSeconds());
        keys.setRefreshReprieveThreshold(AT_MOST_ONE_REFRESH_IN.toMillis());
        return new HttpsJwksVerificationKeyResolver(keys);
    }
}
