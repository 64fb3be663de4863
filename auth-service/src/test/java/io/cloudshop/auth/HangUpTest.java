package io.cloudshop.auth;

import io.cloudshop.testing.HangUpContract;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

@QuarkusTest
class HangUpTest extends HangUpContract {

    private static final String ACCOUNT =
            Base64.getEncoder().encodeToString("orders-api:orders-api-secret-local".getBytes(StandardCharsets.UTF_8));

    @Override
    protected List<String> heads() {
        return List.of(
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n",
                "POST /api/v1/auth/register HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n",
                "POST /api/v1/auth/token HTTP/1.1\r\nHost: shop\r\nAuthorization: Basic " + ACCOUNT
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    }
}
