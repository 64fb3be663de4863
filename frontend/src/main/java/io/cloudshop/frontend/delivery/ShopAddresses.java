package io.cloudshop.frontend.delivery;

import static java.util.stream.Collectors.joining;

import io.cloudshop.frontend.configuration.PageFeatures;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses at which the page has something to show, as its routers have them ({@code Pages.tsx} and
 * {@code BackOffice.tsx}, with which a test compares them). */
public final class ShopAddresses {

    /** Only where a shop keeps its mail. */
    static final String MAILBOX = "/mailbox";

    /** {@code :id} is a UUID, as are all ids of the API. */
    public static final List<String> PATTERNS = List.of(
            "/",
            "/products",
            "/products/:id",
            "/search",
            "/cart",
            "/login",
            "/register",
            "/forgot-password",
            "/reset-password",
            MAILBOX,
            "/checkout",
            "/checkout/done/:id",
            "/account",
            "/orders",
            "/orders/:id",
            "/orders/:id/invoice",
            "/admin",
            "/admin/orders",
            "/admin/orders/:id",
            "/admin/orders/:id/packing-slip",
            "/admin/products",
            "/admin/products/new",
            "/admin/products/import",
            "/admin/products/low-stock",
            "/admin/products/:id",
            "/admin/users",
            "/admin/search",
            "/admin/dead-letters",
            "/admin/books",
            "/admin/audit");

    private static final String UUID = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern KNOWN = Pattern.compile(
            PATTERNS.stream()
                    .map(pattern -> pattern.replace(":id", UUID) + (pattern.endsWith("/") ? "" : "/?"))
                    .collect(joining("|")),
            Pattern.CASE_INSENSITIVE);

    private ShopAddresses() {}

    static boolean include(String path, PageFeatures features) {
        return KNOWN.matcher(path).matches() && (features.mailbox() || !isMailbox(path));
    }

    private static boolean isMailbox(String path) {
        return path.regionMatches(true, 0, MAILBOX, 0, MAILBOX.length());
    }
}
