package io.cloudshop.frontend.seo;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the HTML of an address says before any script runs: to search engines and to whoever shows a preview of it.
 *
 * @param status of the answer, by HTTP
 * @param path whose address is the page's own (RFC 6596), null for a page that is to be in no index
 * @param asked the language that the address itself asks for, null for none
 * @param imageUrl null for none
 * @param facts about what the page shows, by schema.org; null for none
 */
public record PageHead(
        int status,
        Language language,
        Language asked,
        String title,
        String description,
        String path,
        String imageUrl,
        JsonObject facts) {

    private static final String SHOP = "CloudShop";
    private static final Pattern LANG = Pattern.compile("<html lang=\"en\">");
    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
    private static final Pattern DESCRIPTION = Pattern.compile("<meta name=\"description\" content=\"[^\"]*\" ?/?>");

    static PageHead ofNoIndex(int status, Language language) {
        return new PageHead(status, language, null, SHOP, language.claim(), null, null, null);
    }

    /** The page with this head in place of its own. */
    String in(String page, ShopOrigin shop) {
        String named = LANG.matcher(page).replaceFirst("<html lang=\"" + language.tag() + "\">");
        String described = DESCRIPTION
                .matcher(named)
                .replaceFirst(Matcher.quoteReplacement(meta("name", "description", description)));
        return TITLE.matcher(described)
                .replaceFirst(Matcher.quoteReplacement("<title>" + escaped(title) + "</title>" + more(shop)));
    }

    private String more(ShopOrigin shop) {
        if (path == null) {
            return meta("name", "robots", "noindex");
        }
        String address = shop.address(path);
        StringBuilder head = new StringBuilder();
        head.append(link("canonical", "", asked == null ? address : address + "?lang=" + asked.tag()));
        for (Language each : Language.values()) {
            head.append(link("alternate", " hreflang=\"" + each.tag() + "\"", address + "?lang=" + each.tag()));
        }
        head.append(link("alternate", " hreflang=\"x-default\"", address));
        openGraph(shop).forEach((property, content) -> head.append(meta("property", property, content)));
        if (facts != null) {
            head.append("<script type=\"application/ld+json\">")
                    // Data that cannot end its element.
                    .append(facts.encode().replace("<", "\\u003c"))
                    .append("</script>");
        }
        return head.toString();
    }

    private Map<String, String> openGraph(ShopOrigin shop) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("og:site_name", SHOP);
        properties.put("og:type", "website");
        properties.put("og:title", title);
        properties.put("og:description", description);
        properties.put("og:url", shop.address(path));
        properties.put("og:locale", language.locale());
        properties.put("og:image", imageUrl == null ? null : shop.address(imageUrl));
        properties.values().removeIf(Objects::isNull);
        return properties;
    }

    private static String link(String rel, String more, String href) {
        return "<link rel=\"" + rel + "\"" + more + " href=\"" + escaped(href) + "\">";
    }

    private static String meta(String kind, String name, String content) {
        return "<meta " + kind + "=\"" + name + "\" content=\"" + escaped(content) + "\">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
