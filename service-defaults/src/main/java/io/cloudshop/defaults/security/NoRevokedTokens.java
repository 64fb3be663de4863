package io.cloudshop.defaults.security;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Where no deny list is followed, a token is good until it expires. */
@DefaultBean
@ApplicationScoped
class NoRevokedTokens implements RevokedTokens {

    @Override
    public boolean contains(AccessToken token) {
        return false;
    }

    @Override
    public boolean containsKey(String keyId) {
        return false;
    }
}
