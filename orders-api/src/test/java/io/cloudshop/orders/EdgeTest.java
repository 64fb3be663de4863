package io.cloudshop.orders;

import io.cloudshop.testing.EdgeContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EdgeTest extends EdgeContract {

    @Override
    protected String path() {
        return "/api/v1/cart";
    }
}
