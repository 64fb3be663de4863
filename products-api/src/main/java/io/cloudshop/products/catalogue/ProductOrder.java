package io.cloudshop.products.catalogue;

import java.util.Arrays;

/** The orders in which products can be listed; the id decides between equals, so that pages never overlap. */
public enum ProductOrder {
    NAME("name", "sortName, id"),
    NAME_DESCENDING("-name", "sortName desc, id desc"),
    PRICE("price", "price, id"),
    PRICE_DESCENDING("-price", "price desc, id desc"),
    NEWEST("newest", "createdAt desc, id desc");

    /** What a {@code sort} parameter may say. */
    public static final String PATTERN = "name|-name|price|-price|newest";

    private final String parameter;
    private final String orderBy;

    ProductOrder(String parameter, String orderBy) {
        this.parameter = parameter;
        this.orderBy = orderBy;
    }

    public static ProductOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> Invalid.of("sort", "must be one of " + PATTERN.replace("|", ", ")));
    }

    String orderBy() {
        return orderBy;
    }
}
