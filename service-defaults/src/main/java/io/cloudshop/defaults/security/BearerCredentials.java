package io.cloudshop.defaults.security;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the Authorization header as RFC 6750 writes it. Without a regular expression, since this is read of every request:
 * one took 10 µs for a token of 700 characters, a seventh of all that the gateway does for a request.
 */
public final class BearerCredentials {

    private static final String SCHEME = "Bearer ";
    private static final BitSet TOKEN_CHARACTERS = new BitSet();

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"
                .chars()
                .forEach(TOKEN_CHARACTERS::set);
    }

    private BearerCredentials() {}

    /** The token, or nothing for another scheme, another form or more than one header. */
    public static Optional<String> token(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        String header = headers.getFirst();
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(withoutSpaces(header, SCHEME.length())).filter(BearerCredentials::isToken)
                : Optional.empty();
    }

    private static String withoutSpaces(String text, int from) {
        int begin = from;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        int end = text.length();
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(begin, end);
    }

    /** {@code b64token}: characters of Base64 in any of its alphabets, and padding at the end alone. */
    private static boolean isToken(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!TOKEN_CHARACTERS.get(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }
}
