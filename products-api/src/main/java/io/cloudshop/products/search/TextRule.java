package io.cloudshop.products.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people write in several ways and mean as one, before it becomes words: the same in the index, by the engine, and in what
 * is searched for, here. The engine reads patterns as the JDK does.
 *
 * @param name what the engine knows the rule by
 */
record TextRule(String name, Pattern pattern, String replacement) {

    static final String FLAGS = "CASE_INSENSITIVE|UNICODE_CASE";

    static final List<TextRule> ALL = Stream.concat(
                    Stream.of(
                            rule("acronym_dots", "(?<=(?<!\\p{L})\\p{L})\\.(?=\\p{L}(?!\\p{L}))", ""),
                            rule("joining_dots", "(?<=\\p{L})\\.(?=\\p{L})", " "),
                            rule("decimal_commas", "(?<=\\p{N}),(?=\\p{N})", "."),
                            rule("sizes", "(?<=\\p{N})\\s*[x×]\\s*(?=\\p{N})", "x")),
                    WordFile.lines("units.txt").stream().map(TextRule::unit))
            .toList();

    static String applyAll(String text) {
        String result = text;
        for (TextRule rule : ALL) {
            result = rule.pattern.matcher(result).replaceAll(rule.replacement);
        }
        return result;
    }

    /** A number and its unit become one word, whichever way the unit is written. */
    private static TextRule unit(String line) {
        List<String> names = WordFile.entries(line);
        String anyOfThem = names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        return rule(
                "unit_" + names.getFirst(),
                "(?<![\\p{L}\\p{N}])(\\p{N}+(?:\\.\\p{N}+)?)[\\s\\u00A0-]*" + anyOfThem + "(?![\\p{L}\\p{N}])",
                "$1" + names.getFirst());
    }

    private static TextRule rule(String name, String pattern, String replacement) {
        return new TextRule(
                name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), replacement);
    }
}
