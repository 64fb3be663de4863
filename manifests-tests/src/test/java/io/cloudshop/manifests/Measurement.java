package io.cloudshop.manifests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table of docs/numbers.md, by the name in its first column. */
record Measurement(Map<String, List<Double>> rows) {

    /** The table whose first line begins so. */
    static Measurement of(String head) {
        Map<String, List<Double>> rows = new LinkedHashMap<>();
        Repository.text("docs/numbers.md")
                .lines()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> rows.put(
                        cells[1].strip(),
                        Stream.of(cells).skip(2).map(Measurement::number).toList()));
        return new Measurement(rows);
    }

    double value(String row, int column) {
        return rows.get(row).get(column);
    }

    /** A cell may hold several; the last is the newest. */
    private static double number(String cell) {
        String last = cell.strip().replaceAll(".*, ", "");
        return last.matches("[\\d.]+") ? Double.parseDouble(last) : Double.NaN;
    }
}
