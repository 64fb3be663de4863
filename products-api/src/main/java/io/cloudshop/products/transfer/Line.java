package io.cloudshop.products.transfer;

/**
 * One line of a file, or one record of CSV, which may reach over several lines.
 *
 * @param number of the line it begins on, counted from 1
 * @param text null where {@code fault} says why it cannot be read
 */
record Line(long number, String text, String fault) {}
