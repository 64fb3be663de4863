package io.cloudshop.defaults.edge;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;

/**
 * Whether the target of a request is an address (RFC 9112, section 3.2): the frameworks behind it answer anything else
 * without a body. Bytes beyond ASCII are no part of one: whoever reads them has to guess their encoding.
 */
final class RequestTarget {

    private static final BitSet IN_A_PATH = characters("-._~!$&'()*+,;=:@/%");
    private static final BitSet IN_A_QUERY = characters("-._~!$&'()*+,;=:@/%?[]");

    private RequestTarget() {}

    static void check(boolean mayConcernTheServer, String target) {
        boolean understood = target.equals("*")
                ? mayConcernTheServer
                : isWellFormed(target) && (isOnlyAPath(target) || isAbsolute(target));
        if (!understood) {
            throw new DomainException(
                    CommonProblems.MALFORMED,
                    "The address is not well-formed: escape what is not allowed in it, a percent sign as %25.");
        }
    }

    private static boolean isWellFormed(String target) {
        BitSet allowed = IN_A_PATH;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '?') {
                allowed = IN_A_QUERY;
            } else if (!allowed.get(c) || (c == '%' && !isEscape(target, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(String target, int percent) {
        return percent + 2 < target.length()
                && Character.digit(target.charAt(percent + 1), 16) >= 0
                && Character.digit(target.charAt(percent + 2), 16) >= 0;
    }

    /** One that begins with two slashes would be read as a host by some. */
    private static boolean isOnlyAPath(String target) {
        return target.startsWith("/") && !target.startsWith("//");
    }

    private static boolean isAbsolute(String target) {
        try {
            URI uri = new URI(target);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return target.startsWith("//") || (http && uri.getHost() != null);
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static BitSet characters(String marks) {
        BitSet characters = new BitSet(0x80);
        characters.set('a', 'z' + 1);
        characters.set('A', 'Z' + 1);
        characters.set('0', '9' + 1);
        marks.chars().forEach(characters::set);
        return characters;
    }
}
