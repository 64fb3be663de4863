package io.cloudshop.auth;

import io.cloudshop.testing.PublicPathContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
class PublicPathTest extends PublicPathContract {

    @Override
    protected List<String> publicCalls() {
        return List.of(
                "GET /.well-known/jwks.json",
                "HEAD /.well-known/jwks.json",
                "OPTIONS /.well-known/jwks.json",
                "POST /api/v1/auth/logout",
                // Without a body: malformed, and not a matter of tokens.
                "POST /api/v1/auth/login",
                "POST /api/v1/auth/register",
                "POST /api/v1/auth/password-reset-requests",
                "POST /api/v1/auth/password-resets",
                "GET /api/v1/auth/mailbox");
    }
}
