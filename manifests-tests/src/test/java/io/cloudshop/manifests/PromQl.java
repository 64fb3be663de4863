package io.cloudshop.manifests;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An expression of Prometheus' language, as far as it has to be understood here: which series it reads. */
record PromQl(String text) {

    /** Strings and label matchers, windows, and the labels of aggregations and joins. */
    private static final Pattern NO_NAMES = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*}|\\[[^]]*]"
            + "|\\b(?:by|without|on|ignoring|group_left|group_right) ?\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    /** The names of the metrics that it reads. */
    Stream<String> metrics() {
        return NAME.matcher(NO_NAMES.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !OPERATORS.contains(name));
    }

    /** What Grafana would ask where everything is chosen. */
    PromQl filledIn() {
        return new PromQl(text.replace("$namespace", ".*").replace("$__rate_interval", "5m"));
    }
}
