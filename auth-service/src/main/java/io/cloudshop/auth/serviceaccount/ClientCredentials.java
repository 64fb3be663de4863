package io.cloudshop.auth.serviceaccount;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** What a client says of itself in {@code Authorization: Basic}; only {@link ServiceAccounts} says whether it is so. */
record ClientCredentials(String id, String secret) {

    private static final String SCHEME = "Basic ";

    /** Empty where the header is absent, of another scheme or malformed. */
    static Optional<ClientCredentials> fromHeader(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * RFC 6749 section 2.3.1 has clients form-encode the secret before Basic encodes it; many, Quarkus' own among them,
     * do not. Either reading counts, and both are always tried so that the time tells nothing.
     */
    boolean mayMean(Predicate<String> rightSecret) {
        return rightSecret.test(secret) | rightSecret.test(formDecoded(secret));
    }

    private static String formDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notFormEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
