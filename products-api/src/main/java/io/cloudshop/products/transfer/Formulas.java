package io.cloudshop.products.transfer;

import java.util.regex.Pattern;

/**
 * Keeps text in CSV from being run: a spreadsheet takes a cell that begins with =, +, - or @ for a formula, whoever typed it.
 * An apostrophe in front makes it text, there and here, and an import takes it away again, so that nothing is changed by
 * going out and coming back.
 */
final class Formulas {

    private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern DISARMED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Formulas() {}

    static String disarm(String text) {
        return RUNS.matcher(text).matches() ? "'" + text : text;
    }

    static String restore(String cell) {
        return DISARMED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
