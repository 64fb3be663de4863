package io.cloudshop.manifests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/metrics.md: the names of all metrics there are, and what kind each is. */
final class MetricsPage {

    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+`) \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern PART = Pattern.compile("_(?:count|sum|max|bucket)$");

    private MetricsPage() {}

    /** Name and second cell of each row, which is the type of what is ours. */
    static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        ROW.matcher(Repository.text("docs/metrics.md")).results().forEach(row -> NAME.matcher(row.group(1))
                .results()
                .forEach(name -> types.put(name.group(1), row.group(2).strip())));
        return types;
    }

    /** Which of these are on the page neither by their own name nor as part of a timer. */
    static Set<String> missing(Stream<String> metrics) {
        Map<String, String> types = types();
        return metrics.filter(name -> !types.containsKey(name))
                .filter(name -> !"timer".equals(types.get(PART.matcher(name).replaceFirst(""))))
                .collect(Collectors.toSet());
    }
}
