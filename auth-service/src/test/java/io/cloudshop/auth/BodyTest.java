package io.cloudshop.auth;

import io.cloudshop.testing.BodyContract;
import io.cloudshop.testing.GoodBody;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
class BodyTest extends BodyContract {

    @Override
    protected String path() {
        return "/api/v1/auth/register";
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of();
    }

    @Override
    protected GoodBody good() {
        return GoodBody.of(AuthTest.registration(AuthTest.newEmail()), "displayName", "email");
    }
}
