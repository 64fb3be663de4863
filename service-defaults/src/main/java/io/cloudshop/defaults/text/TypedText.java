package io.cloudshop.defaults.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people typed, in the one form that is checked, compared and kept: what looks the same is the same. Control
 * characters inside the text are left for a constraint to refuse. Null stays null.
 */
public final class TypedText {

    /** Soft hyphen and blanks without width: nobody sees them, nobody means them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");
    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\p{Z}\\p{Cf}\\p{M}]*");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private TypedText() {}

    /** One line: composed (NFC), runs of blanks of whatever kind as one, none around it; empty if nothing can be seen. */
    public static String line(String typed) {
        if (typed == null) {
            return null;
        }
        String seen = UNSEEN.matcher(composed(typed)).replaceAll("");
        String line = BLANKS.matcher(seen.strip()).replaceAll(" ").strip();
        return NOTHING_TO_SEE.matcher(line).matches() ? "" : line;
    }

    /** Several lines: composed (NFC), without white space around them. */
    public static String text(String typed) {
        return typed == null ? null : composed(typed).strip();
    }

    /** A code of ASCII letters and digits, in upper case; other text stays as it was typed, for a constraint to refuse. */
    public static String code(String typed) {
        String line = line(typed);
        return line != null && ASCII.matcher(line).matches() ? line.toUpperCase(Locale.ROOT) : line;
    }

    private static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }
}
