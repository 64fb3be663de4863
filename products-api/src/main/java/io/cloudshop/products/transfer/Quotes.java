package io.cloudshop.products.transfer;

/** Whether what comes next in a CSV record stands between quotes (RFC 4180): these open at the start of a cell alone. */
final class Quotes {

    private static final char QUOTE = '"';

    private final boolean matter;
    private final char separator;

    private boolean open;
    private boolean mayOpen;

    private Quotes(boolean matter, char separator) {
        this.matter = matter;
        this.separator = separator;
    }

    /** Around cells with this separator between them. */
    static Quotes aroundCells(char separator) {
        return new Quotes(true, separator);
    }

    /** Letters like others. */
    static Quotes thatMeanNothing() {
        return new Quotes(false, '\0');
    }

    void startLine() {
        open = false;
        mayOpen = matter;
    }

    boolean areOpen() {
        return open;
    }

    void pass(byte next) {
        if (open) {
            open = next != QUOTE;
            // Twice stands for the quote itself: closed and opened again.
            mayOpen = !open;
        } else {
            open = mayOpen && next == QUOTE;
            mayOpen = matter && next == separator;
        }
    }

    /** For people who look for the reason of a line that is too long. */
    String suspicion() {
        return open ? "; a closing quote is missing" : "";
    }
}
