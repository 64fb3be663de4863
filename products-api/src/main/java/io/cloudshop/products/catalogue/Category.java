package io.cloudshop.products.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category that has products. */
@Schema(requiredProperties = {"name", "productCount"})
record Category(@Schema(example = "Lighting") String name, long productCount) {}
