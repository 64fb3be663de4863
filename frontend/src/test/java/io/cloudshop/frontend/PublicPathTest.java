package io.cloudshop.frontend;

import io.cloudshop.testing.PublicPathContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
class PublicPathTest extends PublicPathContract {

    @Override
    protected List<String> publicCalls() {
        return List.of(
                "GET /",
                "GET /config.json",
                "HEAD /config.json",
                "GET /products",
                "GET /products/0190a000-0000-7000-8000-000000000001");
    }
}
