package io.cloudshop.products.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a word is what somebody began to type: without regard to accents, and with one typing error in longer ones. */
final class WordBeginning {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_FORGIVEN = 4;

    private WordBeginning() {}

    static boolean fits(String typed, String word) {
        String beginning = plain(typed);
        String whole = plain(word);
        return whole.startsWith(beginning)
                || beginning.length() >= SHORTEST_FORGIVEN
                        && beginning.charAt(0) == whole.charAt(0)
                        && isNearlyBeginning(beginning, whole);
    }

    /** One letter too much, too little, another, or two that changed places. */
    private static boolean isNearlyBeginning(String typed, String word) {
        int at = 0;
        while (at < typed.length() && at < word.length() && typed.charAt(at) == word.charAt(at)) {
            at++;
        }
        String restTyped = typed.substring(at);
        String rest = word.substring(at);
        return rest.startsWith(after(restTyped, 1))
                || after(rest, 1).startsWith(restTyped)
                || after(rest, 1).startsWith(after(restTyped, 1))
                || areSwapped(restTyped, rest) && after(rest, 2).startsWith(after(restTyped, 2));
    }

    private static boolean areSwapped(String typed, String word) {
        return typed.length() > 1
                && word.length() > 1
                && typed.charAt(0) == word.charAt(1)
                && typed.charAt(1) == word.charAt(0);
    }

    private static String after(String text, int letters) {
        return text.substring(Math.min(letters, text.length()));
    }

    private static String plain(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
