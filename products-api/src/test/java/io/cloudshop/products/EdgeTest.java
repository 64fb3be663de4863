package io.cloudshop.products;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.EdgeContract;

@ProductsTest
class EdgeTest extends EdgeContract {

    @Override
    protected String path() {
        return "/api/v1/categories";
    }
}
