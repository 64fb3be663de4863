package io.cloudshop.gateway.routing;

import java.util.List;

/**
 * A path with {@code *} for one segment and a final {@code /**} for any number of them. Compares segment by segment and
 * case by case: what differs in any byte does not match, and an empty segment matches nothing.
 */
record PathPattern(String text, List<String> segments, boolean openEnded) {

    private static final String ANY_TAIL = "/**";

    static PathPattern of(String text) {
        boolean openEnded = text.endsWith(ANY_TAIL);
        String fixed = openEnded ? text.substring(0, text.length() - ANY_TAIL.length()) : text;
        return new PathPattern(text, List.of(fixed.substring(1).split("/")), openEnded);
    }

    boolean matches(List<String> path) {
        if (path.size() < segments.size() || (!openEnded && path.size() > segments.size())) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            boolean fits = i >= segments.size() || fits(segments.get(i), path.get(i));
            if (path.get(i).isEmpty() || !fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String wanted, String segment) {
        return wanted.equals("*") || wanted.equals(segment);
    }
}
