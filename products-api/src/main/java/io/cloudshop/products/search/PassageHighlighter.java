package io.cloudshop.products.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Marks words that begin with a search term, as the engine's highlighter would: HTML, matches in {@code <em>}. Texts of
 * up to 200 characters, and with them all names, stay whole.
 */
final class PassageHighlighter {

    private static final int BEFORE = 60;
    private static final int LONGEST = 200;

    private final Pattern words;

    PassageHighlighter(List<String> terms) {
        this.words = terms.isEmpty()
                ? null
                : Pattern.compile(
                        terms.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\w*")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** For each text in which something matches, the passage around the first match. */
    Map<String, List<String>> highlights(Map<String, String> texts) {
        Map<String, List<String>> highlights = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            if (words != null && words.matcher(text).find()) {
                highlights.put(field, List.of(mark(passage(text))));
            }
        });
        return highlights;
    }

    private String passage(String text) {
        Matcher match = words.matcher(text);
        if (text.length() <= LONGEST || !match.find()) {
            return text;
        }
        int from = match.start() <= BEFORE ? 0 : text.lastIndexOf(' ', match.start() - BEFORE) + 1;
        int space = text.lastIndexOf(' ', Math.min(from + LONGEST, text.length()));
        return text.substring(from, Math.max(space, match.end()));
    }

    private String mark(String passage) {
        StringBuilder html = new StringBuilder();
        Matcher match = words.matcher(passage);
        int done = 0;
        while (match.find()) {
            html.append(escaped(passage.substring(done, match.start())))
                    .append("<em>")
                    .append(escaped(match.group()))
                    .append("</em>");
            done = match.end();
        }
        return html.append(escaped(passage.substring(done))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
