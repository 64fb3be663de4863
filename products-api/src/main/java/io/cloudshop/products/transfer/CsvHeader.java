package io.cloudshop.products.transfer;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first row of a CSV file: which column stands where, and what separates them. That is a comma, or the semicolon or tab that
 * spreadsheets write where the comma belongs to numbers.
 */
record CsvHeader(char separator, List<CsvColumn> columns) {

    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_TOLD = 60;

    /** 400 for a row that does not name the columns of a product. */
    static CsvHeader of(Line first) {
        if (first == null) {
            throw malformed("The file is empty: its first row must name the columns.");
        }
        if (first.text() == null) {
            throw malformed("The first row, which must name the columns, " + first.fault() + ".");
        }
        char separator = separatorOf(first.text());
        List<CsvColumn> columns = new ArrayList<>();
        for (String cell : cells(first.text(), separator)) {
            columns.add(columnOf(cell.strip(), columns));
        }
        requireAll(columns);
        return new CsvHeader(separator, List.copyOf(columns));
    }

    private static String[] cells(String row, char separator) {
        try {
            return new CsvCells(separator).of(row);
        } catch (LineRejectedException noRecord) {
            throw malformed("The first row, which must name the columns, " + noRecord.getMessage() + ".");
        }
    }

    private static char separatorOf(String row) {
        return (char) row.chars()
                .filter(letter -> SEPARATORS.indexOf(letter) >= 0)
                .findFirst()
                .orElse(SEPARATORS.charAt(0));
    }

    private static CsvColumn columnOf(String title, List<CsvColumn> before) {
        CsvColumn column = CsvColumn.titled(title)
                .orElseThrow(
                        () -> malformed("There is no column \"" + shortened(title) + "\" here, only " + all() + "."));
        if (before.contains(column)) {
            throw malformed("The column " + title + " is there twice.");
        }
        return column;
    }

    private static void requireAll(List<CsvColumn> columns) {
        String missing = Arrays.stream(CsvColumn.values())
                .filter(column -> column.isRequiredBeside(columns) && !columns.contains(column))
                .map(CsvColumn::title)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw malformed("The first row must name the columns; missing: " + missing + ".");
        }
    }

    private static String all() {
        return Arrays.stream(CsvColumn.values()).map(CsvColumn::title).collect(Collectors.joining(", "));
    }

    private static String shortened(String title) {
        String line = title.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_TOLD ? line : line.substring(0, LONGEST_TOLD) + "…";
    }

    private static DomainException malformed(String detail) {
        return new DomainException(CommonProblems.MALFORMED, detail);
    }
}
