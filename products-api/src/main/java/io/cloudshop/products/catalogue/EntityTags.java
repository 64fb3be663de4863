package io.cloudshop.products.catalogue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entity tags of an If-Match or If-None-Match header (RFC 9110, 13.1). What is not a tag matches nothing.
 *
 * @param any whether the header is {@code *}
 */
record EntityTags(boolean any, List<EntityTags.Tag> tags) {

    /** The opaque part of a tag, without its quotes. */
    record Tag(boolean weak, String opaque) {}

    private static final Pattern TAG = Pattern.compile("(W/)?\"([!#-~\\x80-\\xff]*)\"");

    /** Reads every line of the header; null where it is absent. */
    static EntityTags of(List<String> lines) {
        if (lines == null || lines.isEmpty()) {
            return null;
        }
        String header = String.join(",", lines).strip();
        Matcher tags = TAG.matcher(header);
        return new EntityTags(
                header.equals("*"),
                tags.results()
                        .map(tag -> new Tag(tag.group(1) != null, tag.group(2)))
                        .toList());
    }

    /** Weak comparison, as If-None-Match wants it. */
    boolean matchWeakly(ProductTag current) {
        return any || tags.stream().anyMatch(tag -> tag.opaque().equals(current.opaque()));
    }

    /** The product tags among these that a strong comparison may use, as If-Match wants it. */
    Stream<ProductTag> strong() {
        return tags.stream().filter(tag -> !tag.weak()).flatMap(tag -> ProductTag.parse(tag.opaque()).stream());
    }
}
