package io.cloudshop.defaults.security;

import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Where the public keys come from that tokens are verified with: auth-service's key set over HTTP, unless a service (the
 * auth-service itself) brings its own bean. A key that cannot be had is told by an {@link java.io.IOException} as cause.
 */
public interface VerificationKeys {

    VerificationKeyResolver resolver();
}
