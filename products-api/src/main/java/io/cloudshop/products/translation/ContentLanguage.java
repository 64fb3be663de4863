package io.cloudshop.products.translation;

import io.cloudshop.defaults.problem.CommonProblems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages that the catalogue can be read in. English is its own; what is not translated is English in all of them. */
public enum ContentLanguage {
    ENGLISH("en"),
    FRENCH("fr");

    private static final List<Locale> ALL = Arrays.stream(values())
            .map(language -> Locale.forLanguageTag(language.tag))
            .toList();

    /** More preferences than any browser has; a header that goes on is not read. */
    private static final int LONGEST = 500;

    private final String tag;

    ContentLanguage(String tag) {
        this.tag = tag;
    }

    /**
     * The first of the two that says something, English where neither names a language that there is.
     *
     * @param lang a language tag (BCP 47), or null
     * @param accepted an Accept-Language header (RFC 9110, 12.5.4), or null
     */
    public static ContentLanguage of(String lang, String accepted) {
        return best(lang == null || lang.isBlank() ? accepted : lang);
    }

    /** The one of exactly this tag that things are translated into; 404 for another. */
    static ContentLanguage ofTranslation(String tag) {
        return translated(tag).orElseThrow(() -> CommonProblems.notFound("This language"));
    }

    /** The one of exactly this tag that things are translated into. */
    public static Optional<ContentLanguage> translated(String tag) {
        return translations().filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** What things are translated into, for people to read. */
    public static String tagsOfTranslations() {
        return translations().map(ContentLanguage::tag).collect(Collectors.joining(", "));
    }

    private static Stream<ContentLanguage> translations() {
        return Arrays.stream(values()).filter(language -> !language.isOriginal());
    }

    private static ContentLanguage best(String ranges) {
        if (ranges == null || ranges.length() > LONGEST) {
            return ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(ranges), ALL);
            return found == null ? ENGLISH : values()[ALL.indexOf(found)];
        } catch (IllegalArgumentException noLanguages) {
            return ENGLISH;
        }
    }

    /** Its language tag (BCP 47). */
    public String tag() {
        return tag;
    }

    /** Whether it is the catalogue's own, which needs no translation. */
    public boolean isOriginal() {
        return this == ENGLISH;
    }
}
