package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.translation.ContentLanguage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a list goes on: behind the product that was its last one, as this stood then. It holds whatever becomes of that
 * product, also when it is renamed or deleted.
 *
 * @param order of the list
 * @param names the language whose names it is sorted by; English where it is sorted by something else
 * @param key what the product is sorted by: its name, price or the time it was added, as text
 */
record ProductCursor(ProductOrder order, ContentLanguage names, String key, UUID id) {

    private static final int PARTS = 3;

    /** More than a name of 200 letters of three bytes needs. */
    static final int MOST_CHARACTERS = 1_000;

    private static final Pattern NAME = Pattern.compile("[^\\x00]{1,200}");
    private static final Pattern PRICE = Pattern.compile("\\d{1,10}(\\.\\d{1,4})?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-[-0-9T:.]{1,30}Z");

    static ProductCursor behind(ProductView product, ProductOrder order, ContentLanguage language) {
        String key =
                switch (order) {
                    case NAME, NAME_DESCENDING -> product.name();
                    case PRICE, PRICE_DESCENDING -> product.price().amount();
                    case NEWEST -> product.createdAt().toString();
                };
        return new ProductCursor(order, order.names(language), key, product.id());
    }

    /** 400 for what is no cursor of ours, 422 for one of a list that is sorted otherwise; null where there is none. */
    static ProductCursor parse(String text, ProductOrder order, ContentLanguage language) {
        if (text == null) {
            return null;
        }
        ProductCursor cursor = read(text);
        if (cursor.order != order || cursor.names != order.names(language)) {
            throw Invalid.of("after", "belongs to a list that is sorted by " + cursor.sortedBy());
        }
        return cursor;
    }

    private static ProductCursor read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(":", PARTS);
            String[] sorted = parts[0].split("\\.", 2);
            ProductOrder order = ProductOrder.of(sorted[0]);
            ContentLanguage names = order.names(ContentLanguage.of(sorted.length > 1 ? sorted[1] : null, null));
            ProductCursor cursor = new ProductCursor(order, names, parts[2], UUID.fromString(parts[1]));
            cursor.value();
            return cursor;
        } catch (RuntimeException notOurs) {
            throw new DomainException(
                    CommonProblems.MALFORMED, "after must be the next of an earlier answer.", notOurs);
        }
    }

    /** The key as the database takes it. */
    Object value() {
        return switch (order) {
            case NAME, NAME_DESCENDING -> key(NAME);
            case PRICE, PRICE_DESCENDING -> new BigDecimal(key(PRICE));
            case NEWEST -> Instant.parse(key(TIME));
        };
    }

    private String key(Pattern pattern) {
        if (!pattern.matcher(key).matches()) {
            throw new IllegalArgumentException("No key of this order");
        }
        return key;
    }

    /** The SQL of the key as it is in the sorted column. */
    String keyOf(String parameter) {
        return switch (order) {
            case NAME, NAME_DESCENDING -> "sort_key(" + parameter + ")";
            case PRICE, PRICE_DESCENDING, NEWEST -> parameter;
        };
    }

    /** As it stands in an answer. */
    String text() {
        String plain = sortedBy() + ":" + id + ":" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Such as "price", "name" or "name.fr". */
    private String sortedBy() {
        return order.parameter() + (names.isOriginal() ? "" : "." + names.tag());
    }
}
