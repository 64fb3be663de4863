package io.cloudshop.products.catalogue;

/** What caches may do with our answers. */
public final class Caching {

    /** Anyone may keep it, nobody may use it unasked: a price or a stock that is wrong costs more than a 304. */
    public static final String REVALIDATE = "public, no-cache";

    private Caching() {}
}
