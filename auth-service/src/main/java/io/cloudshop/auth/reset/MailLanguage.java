package io.cloudshop.auth.reset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages that mail is written in; English where somebody reads none of them. */
enum MailLanguage {
    ENGLISH("en", "A new password for CloudShop", """
            Hello,

            somebody, probably you, asked for a new password for your CloudShop account. This link lets you choose one:

            %s

            It works once, within %d minutes. If it was not you, there is nothing to do: your password stays as it is.

            CloudShop
            """),
    FRENCH("fr", "Un nouveau mot de passe pour CloudShop", """
            Bonjour,

            quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte CloudShop. Choisissez-le ici :

            %s

            Ce lien sert une seule fois, pendant %d minutes. Si ce n’était pas vous, il n’y a rien à faire : votre mot de passe ne change pas.

            CloudShop
            """);

    private static final List<Locale> ALL = Arrays.stream(values())
            .map(language -> Locale.forLanguageTag(language.tag))
            .toList();

    /** More preferences than any browser has; a header that goes on is not read. */
    private static final int LONGEST = 500;

    private final String tag;
    private final String subject;
    private final String text;

    MailLanguage(String tag, String subject, String text) {
        this.tag = tag;
        this.subject = subject;
        this.text = text;
    }

    /** @param accepted an Accept-Language header (RFC 9110, 12.5.4), or null */
    static MailLanguage of(String accepted) {
        if (accepted == null || accepted.length() > LONGEST) {
            return ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), ALL);
            return found == null ? ENGLISH : values()[ALL.indexOf(found)];
        } catch (IllegalArgumentException noLanguages) {
            return ENGLISH;
        }
    }

    String subject() {
        return subject;
    }

    String text(String link, long minutes) {
        return String.format(Locale.ROOT, text, link, minutes);
    }
}
