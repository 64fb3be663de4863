package io.cloudshop.products.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the product list. */
@Schema(requiredProperties = {"items", "page", "size", "total"})
record ProductPage(List<ProductView> items, long page, int size, long total) {}
