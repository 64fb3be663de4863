package io.cloudshop.products;

import io.cloudshop.defaults.testing.EdgeContract;
import io.cloudshop.products.testing.ProductsTest;

@ProductsTest
class EdgeTest extends EdgeContract {

    @Override
    protected String path() {
        return "/api/v1/categories";
    }
}
