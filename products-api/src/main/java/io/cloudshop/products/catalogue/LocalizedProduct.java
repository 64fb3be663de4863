package io.cloudshop.products.catalogue;

/** A product in the words of a language, and the tag of just these words. */
record LocalizedProduct(ProductView product, ProductTag tag) {}
