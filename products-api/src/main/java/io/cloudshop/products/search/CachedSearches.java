package io.cloudshop.products.search;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.protocol.HttpContext;

/**
 * Has the engine remember what it found until the index changes: many customers look for the same. By itself it remembers only
 * searches that want no hits. It goes by the whole request, so the time that is left must not stand in it to the millisecond;
 * the client waits no longer for that. Not by a request transformer of Hibernate Search: with one, the client waits for ever.
 */
final class CachedSearches {

    private static final String SEARCH = "/_search";

    /** Not what compares table and index, which would leave room for nothing else. */
    private static final Pattern ONE_PAGE = Pattern.compile("(?:^|&)size=\\d{1,3}(?:&|$)");

    private static final Pattern TIME_LEFT = Pattern.compile("(?<=(?:^|&)timeout=)(\\d{1,9})ms");

    private CachedSearches() {}

    static void remember(HttpRequest request, HttpContext context) {
        if (request instanceof HttpRequestWrapper search
                && search.getURI().getPath().endsWith(SEARCH)
                && search.getURI().getRawQuery() != null) {
            search.setURI(URI.create(search.getURI().getRawPath() + "?"
                    + remembered(search.getURI().getRawQuery())));
        }
    }

    /** The parameters of a search that the engine remembers, if it is one of a page. */
    static String remembered(String parameters) {
        return ONE_PAGE.matcher(parameters).find()
                ? TIME_LEFT.matcher(parameters).replaceAll(left -> wholeSeconds(left.group(1))) + "&request_cache=true"
                : parameters;
    }

    private static String wholeSeconds(String millis) {
        return TimeUnit.MILLISECONDS.toSeconds(Long.parseLong(millis) + 999) + "s";
    }
}
