package io.cloudshop.auth.keys;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import io.cloudshop.auth.AuthTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeySetTest extends AuthTest {

    @Test
    void the_key_set_can_be_cached_and_holds_nothing_private() {
        Response answer = get("/.well-known/jwks.json");

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", containsString("max-age=300"))
                .body("keys", hasSize(1));
        assertThat(answer.<Map<String, ?>>path("keys[0]")).containsOnlyKeys("kty", "use", "alg", "kid", "n", "e");
    }

    @Test
    void the_key_id_is_the_thumbprint_of_rfc_7638() throws Exception {
        Map<String, Object> key = get("/.well-known/jwks.json").path("keys[0]");

        String thumbprint = JsonWebKey.Factory.newJwk(key).calculateBase64urlEncodedThumbprint("SHA-256");

        assertThat(key.get("kid")).isEqualTo(thumbprint);
    }
}
