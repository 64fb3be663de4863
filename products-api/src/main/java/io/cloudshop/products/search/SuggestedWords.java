package io.cloudshop.products.search;

import io.cloudshop.products.search.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Completes what is being typed by words of product names: the last word, and that with the word beside it in the name.
 * What completes most names comes first.
 */
final class SuggestedWords {

    /** Parts joined by a hyphen or an apostrophe are one word here: USB-C, Chef's. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

    private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,x-]+");

    /** Shorter ones only join others. */
    private static final int SHORTEST_NEIGHBOUR = 3;

    private final String typed;
    private final List<String> before;
    private final String last;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    SuggestedWords(String text) {
        List<String> words = words(text);
        this.typed = String.join(" ", words);
        this.before = words.isEmpty() ? words : words.subList(0, words.size() - 1);
        this.last = words.isEmpty() ? "" : words.getLast();
    }

    List<String> of(List<Candidate> products) {
        products.forEach(product -> {
            addFrom(words(product.name()));
            addFrom(words(product.category()));
        });
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(Suggestions.MOST_WORDS)
                .toList();
    }

    /** One name counts each suggestion once. */
    private void addFrom(List<String> name) {
        List<String> head = before.stream().map(word -> completion(word, name)).toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < name.size(); i++) {
            String word = name.get(i);
            if (!last.isEmpty() && WordBeginning.fits(last, word) && !head.contains(word)) {
                found.add(phrase(head, word));
                neighbour(name, i + 1).ifPresent(next -> found.add(phrase(head, word + " " + next)));
                if (head.isEmpty()) {
                    neighbour(name, i - 1).ifPresent(previous -> found.add(previous + " " + word));
                }
            }
        }
        found.stream()
                .distinct()
                .filter(suggestion -> !suggestion.equals(typed))
                .forEach(suggestion -> counts.merge(suggestion, 1, Integer::sum));
    }

    private static String completion(String word, List<String> name) {
        return name.stream()
                .filter(other -> WordBeginning.fits(word, other))
                .findFirst()
                .orElse(word);
    }

    private static Optional<String> neighbour(List<String> name, int at) {
        return at < 0 || at >= name.size()
                ? Optional.empty()
                : Optional.of(name.get(at))
                        .filter(word -> word.length() >= SHORTEST_NEIGHBOUR
                                && !NUMBER.matcher(word).matches());
    }

    private static String phrase(List<String> head, String word) {
        return head.isEmpty() ? word : String.join(" ", head) + " " + word;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
