package io.cloudshop.testing;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON object that an address takes, to be spoilt.
 *
 * @param text the name of a member whose value is text, somewhere in it and only there
 * @param number the name of a member whose value is a number, or text where there is none with numbers, likewise
 */
public record GoodBody(String json, String text, String number) {

    public static GoodBody of(Map<String, ?> members, String text, String number) {
        return new GoodBody(JsonObject.mapFrom(members).encode(), text, number);
    }

    /** With that value as it is written here, JSON or not. */
    String with(String name, String written) {
        return member(name).replaceFirst(Matcher.quoteReplacement(quoted(name) + ":" + written));
    }

    /** With another member in front, JSON or not. */
    String and(String name, String written) {
        return "{" + quoted(name) + ":" + written + "," + json.substring(1);
    }

    /** With that member once more, as it is. */
    String twice(String name) {
        return member(name).replaceFirst("$0,$0");
    }

    private Matcher member(String name) {
        Matcher member = Pattern.compile(quoted(name) + ":(\"[^\"]*\"|[^,}]*)").matcher(json);
        if (!member.find()) {
            throw new IllegalArgumentException("No " + name + " in " + json);
        }
        return member;
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
