package io.cloudshop.frontend.seo;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of the shop. */
enum Language {
    ENGLISH(
            "en",
            "en_US",
            "The whole shop",
            "CloudShop: good things for the house, the desk and the road, ordered in a minute."),
    FRENCH(
            "fr",
            "fr_FR",
            "Toute la boutique",
            "CloudShop : de belles choses pour la maison, le bureau et la route, commandées en une minute.");

    private final String tag;
    private final String locale;
    private final String catalogueTitle;
    private final String claim;

    Language(String tag, String locale, String catalogueTitle, String claim) {
        this.tag = tag;
        this.locale = locale;
        this.catalogueTitle = catalogueTitle;
        this.claim = claim;
    }

    /** That of the address, else the first of the browser's that we speak, else English. */
    static Language of(RoutingContext context) {
        return asked(context).orElseGet(() -> context.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .flatMap(Language::spoken)
                .findFirst()
                .orElse(ENGLISH));
    }

    /** The one that the address itself asks for. */
    static Optional<Language> asked(RoutingContext context) {
        List<String> asked = context.queryParam("lang");
        return asked.stream().findFirst().flatMap(tag -> spoken(tag).findFirst());
    }

    private static Stream<Language> spoken(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equalsIgnoreCase(tag));
    }

    String tag() {
        return tag;
    }

    /** As the Open Graph protocol names it. */
    String locale() {
        return locale;
    }

    /** What the page calls the list of all products. */
    String catalogueTitle() {
        return catalogueTitle;
    }

    /** The shop in a sentence. */
    String claim() {
        return claim;
    }
}
