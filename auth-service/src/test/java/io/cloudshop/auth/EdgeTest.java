package io.cloudshop.auth;

import io.cloudshop.testing.EdgeContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EdgeTest extends EdgeContract {

    @Override
    protected String path() {
        return "/.well-known/jwks.json";
    }
}
