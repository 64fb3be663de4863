package io.cloudshop.products.search;

/** How many products are in the index that is made, and how many there were when it was begun. */
record Progress(long indexed, long total) {}
