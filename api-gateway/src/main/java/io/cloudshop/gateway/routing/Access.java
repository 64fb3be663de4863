package io.cloudshop.gateway.routing;

/** What the gateway asks of a request's access token. */
public enum Access {
    /** Some of what is behind it is public: a token may be missing, and for whoever only reads it may be bad. */
    ANYONE,
    /** Nothing behind it is public. */
    USERS,
    /** It is where a client goes when its token has run out, so a bad one is no reason to turn it away. */
    WHOEVER_SIGNS_IN
}
