package io.cloudshop.products;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.PublicPathContract;
import java.util.List;

@ProductsTest
class PublicPathTest extends PublicPathContract {

    @Override
    protected List<String> publicCalls() {
        return List.of(
                "GET /api/v1/products",
                "HEAD /api/v1/products",
                "OPTIONS /api/v1/products",
                "GET /api/v1/products/search?q=lamp",
                "GET /api/v1/products/suggest?q=la",
                "GET /api/v1/categories",
                "HEAD /api/v1/categories");
    }
}
