package io.cloudshop.products.search;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Groups of words that mean the same, as the engine reads them (Solr's form). */
final class Synonyms {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Synonyms() {}

    /** Without the words that searches leave out, or an entry that has one would never be found. */
    static String[] of(String file, List<String> stopWords) {
        return WordFile.lines(file).stream()
                .map(line -> Arrays.stream(line.split("=>"))
                        .map(side -> WordFile.entries(side).stream()
                                .map(entry -> without(stopWords, entry))
                                .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" => ")))
                .toArray(String[]::new);
    }

    private static String without(List<String> stopWords, String entry) {
        String telling = BLANKS.splitAsStream(entry)
                .filter(word -> !stopWords.contains(word))
                .collect(Collectors.joining(" "));
        return telling.isEmpty() ? entry : telling;
    }
}
