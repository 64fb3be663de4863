package io.cloudshop.defaults.security;

/**
 * Knows the tokens that were ended before they expire. A service that follows the deny list brings its own bean.
 * Implementations are thread-safe and never wait: every request asks.
 */
public interface RevokedTokens {

    /** Says whether that token, which is good otherwise, must be refused. */
    boolean contains(AccessToken token);

    /** Says whether that key was withdrawn, and with it everything that it signed. */
    boolean containsKey(String keyId);
}
