package io.cloudshop.products.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text query of PostgreSQL for words that begin as these do, all of them. Terms are letters and digits only, so the quotes
 * are safe; without any the query is empty and matches nothing.
 */
final class PrefixQuery {

    /** The database knows a number and its unit as two words. */
    private static final Pattern PARTS = Pattern.compile("\\.|(?<=\\p{N})(?=\\p{L})");

    private PrefixQuery() {}

    /** In whatever text of a product. */
    static String anywhere(List<String> terms) {
        return query(terms, "");
    }

    /** In its name or its category, which have the weights A and B. */
    static String inNames(List<String> terms) {
        return query(terms, "AB");
    }

    private static String query(List<String> terms, String weights) {
        return terms.stream()
                .flatMap(PARTS::splitAsStream)
                .map(term -> "'" + term + "':*" + weights)
                .collect(Collectors.joining(" & "));
    }
}
