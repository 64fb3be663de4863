package io.cloudshop.products;

import static io.cloudshop.products.testing.ProductBuilder.aProduct;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.BodyContract;
import io.cloudshop.testing.GoodBody;
import io.cloudshop.testing.TestTokens;
import java.util.Map;

@ProductsTest
class BodyTest extends BodyContract {

    @Override
    protected String path() {
        return "/api/v1/products";
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + TestTokens.admin());
    }

    @Override
    protected GoodBody good() {
        return GoodBody.of(aProduct().body(), "name", "stock");
    }
}
