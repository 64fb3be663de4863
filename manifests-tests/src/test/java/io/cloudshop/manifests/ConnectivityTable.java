package io.cloudshop.manifests;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown table of connections; a cell may name several, separated by commas. */
record ConnectivityTable(String markdown) {

    /** In the form of {@link Connectivity#of}. */
    Set<String> edges() {
        return markdown.lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .flatMap(ConnectivityTable::edges)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    ConnectivityTable plus(ConnectivityTable other) {
        String rows = other.markdown.lines().skip(2).collect(Collectors.joining("\n", "", "\n"));
        return new ConnectivityTable(markdown + rows);
    }

    private static Stream<String> edges(String row) {
        List<String> cells =
                Stream.of(row.substring(1).split("\\|")).map(String::strip).toList();
        return names(cells.get(0))
                .flatMap(from -> names(cells.get(1)).map(to -> "%s -> %s: %s".formatted(from, to, cells.get(2))));
    }

    private static Stream<String> names(String cell) {
        return Stream.of(cell.split(", "));
    }
}
