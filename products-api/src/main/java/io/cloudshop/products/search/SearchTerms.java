package io.cloudshop.products.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words in what a customer typed. Everything that is neither letter nor digit only separates them. */
final class SearchTerms {

    /** More words than anyone means; the rest is ignored. */
    private static final int MOST = 12;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private SearchTerms() {}

    /** In lower case, without accents, each once. */
    static List<String> of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String words = POSSESSIVE.matcher(plain).replaceAll("");
        return WORD.matcher(words.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
