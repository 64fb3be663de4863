package io.cloudshop.products.catalogue;

/** Path templates of products. */
public final class ProductPaths {

    /** Only something that looks like an identifier, so that {@code /products/import} is nobody's. */
    public static final String ID = "{id: [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private ProductPaths() {}
}
