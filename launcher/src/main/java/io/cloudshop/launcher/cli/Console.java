package io.cloudshop.launcher.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The terminal: results on standard output, complaints on standard error, colours only where someone looks. */
final class Console {

    private static final List<Integer> NAME_COLOURS = List.of(36, 33, 35, 34, 32, 96, 93, 95);

    private final PrintStream out;
    private final PrintStream err;
    private final boolean isColoured = isTerminal() && System.getenv("NO_COLOR") == null;

    Console() {
        this(System.out, System.err);
    }

    Console(OutputStream out, OutputStream err) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    synchronized void print(String line) {
        out.println(line);
    }

    synchronized void complain(String line) {
        err.println(line);
    }

    String green(String text) {
        return coloured(32, text);
    }

    String red(String text) {
        return coloured(31, text);
    }

    String bold(String text) {
        return coloured(1, text);
    }

    /** The name of a component, always in the same colour, as the beginning of a line. */
    String prefix(String component) {
        int colour = NAME_COLOURS.get(Math.floorMod(component.hashCode(), NAME_COLOURS.size()));
        return coloured(colour, String.format(Locale.ROOT, "%-12s |", component));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private String coloured(int code, String text) {
        return isColoured ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
