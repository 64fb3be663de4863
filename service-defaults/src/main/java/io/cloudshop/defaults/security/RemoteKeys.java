package io.cloudshop.defaults.security;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** The keys that auth-service publishes. They are cached, and kept while auth-service is away. */
@DefaultBean
@ApplicationScoped
class RemoteKeys implements VerificationKeys {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MOST_BYTES = 64 * 1024;

    private final String url;

    RemoteKeys(@ConfigProperty(name = "cloudshop.auth.url") String authUrl) {
        this.url = authUrl + "/.well-known/jwks.json";
    }

    @Override
    public VerificationKeyResolver resolver() {
        return new KeySetCache(this::fetch);
    }

    private List<JsonWebKey> fetch() {
        Get get = new Get();
        get.setConnectTimeout(TIMEOUT_MILLIS);
        get.setReadTimeout(TIMEOUT_MILLIS);
        get.setRetries(0);
        get.setResponseBodySizeLimit(MOST_BYTES);
        try {
            return List.copyOf(new JsonWebKeySet(get.get(url).getBody()).getJsonWebKeys());
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (JoseException noKeySet) {
            throw new UncheckedIOException(new IOException("What auth-service publishes is no key set", noKeySet));
        }
    }
}
