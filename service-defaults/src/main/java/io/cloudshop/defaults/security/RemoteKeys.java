package io.cloudshop.defaults.security;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.Key;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that auth-service publishes. They are cached, and kept while auth-service is away. Thread-safe. */
@DefaultBean
@ApplicationScoped
class RemoteKeys implements VerificationKeys {

    private final String authUrl;

    RemoteKeys(@ConfigProperty(name = "cloudshop.auth.url") String authUrl) {
        this.authUrl = authUrl;
    }

    @Override
    public VerificationKeyResolver resolver() {
        RemoteKeySet keySet = new RemoteKeySet(new KeySetSource(authUrl)::fetch);
        return (token, nesting) -> resolve(token, keySet);
    }

    private static Key resolve(JsonWebSignature token, RemoteKeySet keySet) throws UnresolvableKeyException {
        JsonWebKey key;
        try {
            JsonWebKey known = select(token, keySet.keys());
            key = known == null ? select(token, keySet.keysAfterALook()) : known;
        } catch (IOException | JoseException e) {
            throw new UnresolvableKeyException("The key of the token cannot be found", e);
        }
        if (key == null) {
            throw new UnresolvableKeyException("No published key fits the token");
        }
        return key.getKey();
    }

    private static JsonWebKey select(JsonWebSignature token, List<JsonWebKey> keys) throws JoseException {
        return new VerificationJwkSelector().select(token, keys);
    }
}
