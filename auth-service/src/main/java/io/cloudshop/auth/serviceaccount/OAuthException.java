package io.cloudshop.auth.serviceaccount;

/** The token endpoint says no in the words of RFC 6749, section 5.2. */
class OAuthException extends RuntimeException {

    private final int status;
    private final String error;

    private OAuthException(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    static OAuthException invalidClient() {
        return new OAuthException(401, "invalid_client", "Authenticate with HTTP Basic as a known service account.");
    }

    static OAuthException invalidRequest(String description) {
        return new OAuthException(400, "invalid_request", description);
    }

    static OAuthException unsupportedGrantType() {
        return new OAuthException(400, "unsupported_grant_type", "Only client_credentials is supported.");
    }

    static OAuthException invalidScope() {
        return new OAuthException(400, "invalid_scope", "There are no scopes to ask for.");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
