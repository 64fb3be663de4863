package io.cloudshop.products.catalogue;

import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tag of a product: its version, its stock and its translation, which together decide every byte of the answer. Only
 * the version guards an edit, or every sale would spoil it; the stock tells what the editor saw.
 *
 * @param stock null in a tag that a client made of the version alone
 * @param translation which translation is read, empty for the catalogue's own language: only that can be edited
 */
record ProductTag(int version, Long stock, String translation) {

    private static final Pattern OPAQUE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,18}))?");

    static ProductTag of(ProductView product) {
        return of(product, "");
    }

    static ProductTag of(ProductView product, String translation) {
        return new ProductTag(product.version(), product.stock(), translation);
    }

    static Optional<ProductTag> parse(String opaque) {
        Matcher parts = OPAQUE.matcher(opaque);
        return parts.matches()
                ? Optional.of(new ProductTag(
                        Integer.parseInt(parts.group(1)),
                        parts.group(2) == null ? null : Long.valueOf(parts.group(2)),
                        ""))
                : Optional.empty();
    }

    String opaque() {
        return version + "-" + stock + translation;
    }

    /** As it stands in an answer. */
    EntityTag strong() {
        return new EntityTag(opaque());
    }
}
