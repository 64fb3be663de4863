package io.cloudshop.products.catalogue;

/**
 * How many products a list has.
 *
 * @param isEstimate whether it is what the database's statistics say
 */
record Total(long value, boolean isEstimate) {

    static Total of(long counted) {
        return new Total(counted, false);
    }
}
