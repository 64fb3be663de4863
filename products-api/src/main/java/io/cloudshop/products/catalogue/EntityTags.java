package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entity tags of an If-Match or If-None-Match header (RFC 9110, 13.1). What is not a tag matches nothing.
 *
 * <p>Not by {@code Request.evaluatePreconditions}, which compares strongly for If-None-Match too and splits tags at their
 * commas, and could not let an edit pass whose tag differs in the stock alone.
 *
 * @param any whether the header is {@code *}
 */
record EntityTags(boolean any, List<EntityTag> tags) {

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
                        .map(tag -> new EntityTag(tag.group(2), tag.group(1) != null))
                        .toList());
    }

    /** Those of If-Match; 428 without. */
    static EntityTags required(HttpHeaders headers) {
        EntityTags expected = of(headers.getRequestHeader(HttpHeaders.IF_MATCH));
        if (expected == null) {
            throw new DomainException(
                    CommonProblems.PRECONDITION_REQUIRED, "If-Match must hold the ETag of the product you edited.");
        }
        return expected;
    }

    /** Weak comparison, as If-None-Match wants it. */
    boolean matchWeakly(ProductTag current) {
        return any || tags.stream().anyMatch(tag -> tag.getValue().equals(current.opaque()));
    }

    /** The product tags among these that a strong comparison may use, as If-Match wants it. */
    Stream<ProductTag> strong() {
        return tags.stream().filter(tag -> !tag.isWeak()).flatMap(tag -> ProductTag.parse(tag.getValue()).stream());
    }
}
