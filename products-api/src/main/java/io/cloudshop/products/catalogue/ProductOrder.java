package io.cloudshop.products.catalogue;

import io.cloudshop.products.translation.ContentLanguage;
import java.util.Arrays;

/** The orders in which products can be listed; the id decides between equals, so that pages never overlap. */
public enum ProductOrder {
    NAME("name", "sort_name", false),
    NAME_DESCENDING("-name", "sort_name", true),
    PRICE("price", "price", false),
    PRICE_DESCENDING("-price", "price", true),
    NEWEST("newest", "created_at", true);

    /** What a {@code sort} parameter may say. */
    public static final String PATTERN = "name|-name|price|-price|newest";

    private final String parameter;
    private final String column;
    private final boolean isDescending;

    ProductOrder(String parameter, String column, boolean isDescending) {
        this.parameter = parameter;
        this.column = column;
        this.isDescending = isDescending;
    }

    public static ProductOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> Invalid.of("sort", "must be one of " + PATTERN.replace("|", ", ")));
    }

    String parameter() {
        return parameter;
    }

    /** The language whose names this order goes by for a reader of a language; English where it does not go by names. */
    ContentLanguage names(ContentLanguage language) {
        return this == NAME || this == NAME_DESCENDING ? language : ContentLanguage.ENGLISH;
    }

    /** For SQL, by names as they are in a language. */
    String orderBy(ContentLanguage language) {
        return column(language) + (isDescending ? " DESC, id DESC" : ", id");
    }

    /** What comes behind a key and an id, for SQL. */
    String behind(String key, String id, ContentLanguage language) {
        return "(" + column(language) + ", id) " + (isDescending ? "<" : ">") + " (" + key + ", " + id + ")";
    }

    private String column(ContentLanguage language) {
        return switch (language) {
            case ENGLISH -> column;
            case FRENCH -> column.replace("sort_name", "sort_name_fr");
        };
    }
}
