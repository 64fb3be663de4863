package io.cloudshop.auth.keys;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;

import io.cloudshop.auth.AuthTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeyFolder.class)
class RotationTest extends AuthTest {

    @Test
    void keys_change_under_load_without_a_restart_and_without_one_failed_request() throws Exception {
        String email = newEmail();
        givenCustomer(email);
        String old = signIn(email);
        String former = KeyFolder.keyOf(old);
        KeyFolder.settle(former);
        SignInLoad load = new SignInLoad(() -> login(email, PASSWORD));

        String next;
        String whatVerifiersHave;
        try (load) {
            next = KeyFolder.announceKey();
            await().until(() -> KeyFolder.published().contains(next));
            whatVerifiersHave = get("/.well-known/jwks.json").asString();
            KeyFolder.exchange();
            await().until(() -> KeyFolder.keyOf(signIn(email)).equals(next));
            load.goOn();
        }

        load.thenNothingFailed();
        load.thenSignedBy(former, next);
        load.thenGoodFor(whatVerifiersHave);
        bearer(old).get("/api/v1/auth/me").then().statusCode(200);
    }
}
