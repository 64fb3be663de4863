package io.cloudshop.products.transfer;

/** Reads a product out of a line. */
interface LineFormat {

    /** @throws LineRejectedException where the line is none */
    ProductLine read(String line);
}
