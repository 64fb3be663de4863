package io.cloudshop.products.search;

import io.cloudshop.products.translation.ContentLanguage;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words in what a customer typed. Everything that is neither letter nor digit only separates them, but for the point in a
 * number.
 */
final class SearchTerms {

    /** More words than anyone means; the rest is ignored. */
    private static final int MOST = 12;

    private static final Pattern WORD = Pattern.compile("\\p{N}+(?:\\.\\p{N}+)+\\p{L}*|[\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Map<ContentLanguage, Set<String>> STOP_WORDS = Arrays.stream(ContentLanguage.values())
            .collect(Collectors.toMap(Function.identity(), SearchTerms::stopWords));

    private SearchTerms() {}

    /** In lower case, without accents, each once; without words that say nothing, if there are others. */
    static List<String> of(String text, ContentLanguage language) {
        List<String> words = words(text);
        Set<String> stopWords = STOP_WORDS.get(language);
        List<String> telling =
                words.stream().filter(word -> !stopWords.contains(word)).toList();
        return (telling.isEmpty() ? words : telling).stream().limit(MOST).toList();
    }

    private static Set<String> stopWords(ContentLanguage language) {
        return WordFile.lines("stop-words." + language.tag() + ".txt").stream()
                .map(SearchTerms::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static List<String> words(String text) {
        String words = POSSESSIVE.matcher(TextRule.applyAll(plain(text))).replaceAll("");
        return WORD.matcher(words.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
