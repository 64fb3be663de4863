package io.cloudshop.gateway.routing;

import java.util.List;
import java.util.Optional;

/**
 * The one spelling of an address that the gateway understands: an absolute path of RFC 3986 unreserved characters, no dot
 * segments, then perhaps a query.
 *
 * <p>No address of CloudShop needs more. Escapes, matrix parameters and backslashes are refused instead of normalised,
 * because the gateway and the service behind it might disagree on what they mean, and the target is forwarded as it came.
 */
final class CanonicalTarget {

    private CanonicalTarget() {}

    /** The segments of the path, or nothing if the target is spelt in any other way. */
    static Optional<List<String>> segments(String target) {
        if (target == null || !target.startsWith("/")) {
            return Optional.empty();
        }
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question);
        if (!path.chars().allMatch(CanonicalTarget::belongsInPath)
                || !query.chars().allMatch(CanonicalTarget::belongsInQuery)) {
            return Optional.empty();
        }
        List<String> segments = List.of(path.substring(1).split("/", -1));
        return segments.contains(".") || segments.contains("..") ? Optional.empty() : Optional.of(segments);
    }

    private static boolean belongsInPath(int c) {
        return c == '/' || isAsciiLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    }

    /** Visible ASCII; browsers leave some reserved characters unescaped in a query, services decode it once. */
    private static boolean belongsInQuery(int c) {
        return c > ' ' && c < 0x7f && c != '#';
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
