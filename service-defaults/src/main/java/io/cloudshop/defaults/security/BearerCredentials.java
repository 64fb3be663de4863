package io.cloudshop.defaults.security;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Authorization header as RFC 6750 writes it. */
public final class BearerCredentials {

    private static final Pattern FORM = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*) *");

    private BearerCredentials() {}

    /** The token, or nothing for another scheme, another form or more than one header. */
    public static Optional<String> token(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher bearer = FORM.matcher(headers.getFirst());
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
