package io.cloudshop.products.catalogue;

/** Which page of a list, counted from 0. {@code page * size} is at most 10 000: what lies deeper is found by filters. */
public record PageRequest(long page, int size) {

    public static final int MOST_ITEMS = 100;
    private static final long DEEPEST = 10_000;

    public PageRequest {
        if (page < 0) {
            throw Invalid.of("page", "must be at least 0");
        }
        if (page > DEEPEST / size) {
            throw Invalid.of("page", "page * size must be at most " + DEEPEST);
        }
    }

    public static PageRequest of(long page, long size) {
        if (size < 1 || size > MOST_ITEMS) {
            throw Invalid.of("size", "must be between 1 and " + MOST_ITEMS);
        }
        return new PageRequest(page, (int) size);
    }

    public int offset() {
        return (int) (page * size);
    }
}
