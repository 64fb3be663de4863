package io.cloudshop.auth.token;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import io.cloudshop.auth.AuthTest;
import io.cloudshop.defaults.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTokenTest extends AuthTest {

    @Test
    void a_token_says_what_the_contract_says_and_is_signed_by_a_published_key() throws Exception {
        String email = newEmail();
        String userId = givenCustomer(email);

        JwtContext token = verified(signIn(email));

        JwtClaims claims = token.getJwtClaims();
        assertThat(claims.getIssuer()).isEqualTo("https://auth.cloudshop.example");
        assertThat(claims.getSubject()).isEqualTo(userId);
        assertThat(claims.getStringClaimValue("upn")).isEqualTo(email);
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("customer");
        assertThat(claims.getClaimValue("aud")).isEqualTo("cloudshop");
        assertThat(UUID.fromString(claims.getJwtId()).version()).isEqualTo(7);
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(900);
        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder("iss", "sub", "upn", "groups", "aud", "jti", "iat", "exp", "session_epoch");
        var header = token.getJoseObjects().getFirst();
        assertThat(header.getAlgorithmHeaderValue()).isEqualTo("RS256");
        assertThat(header.getKeyIdHeaderValue()).isEqualTo(publishedKeyId());
    }

    @Test
    void two_tokens_of_one_user_are_not_the_same() throws Exception {
        String email = newEmail();
        givenCustomer(email);

        assertThat(verified(signIn(email)).getJwtClaims().getJwtId())
                .isNotEqualTo(verified(signIn(email)).getJwtClaims().getJwtId());
    }

    @Test
    void a_token_made_with_the_service_s_key_and_the_right_claims_is_accepted() {
        String email = newEmail();
        UUID userId = UUID.fromString(givenCustomer(email));

        assertThat(statusOf(TokenForgery.signedByTheService(TokenForgery.goodClaims(userId), publishedKeyId())))
                .isEqualTo(200);
    }

    @Test
    void a_token_that_is_not_exactly_right_is_refused() throws Exception {
        String email = newEmail();
        UUID userId = UUID.fromString(givenCustomer(email));

        Stream<String> tokens = Stream.concat(wronglySigned(userId), wrongClaims(userId));

        assertThat(tokens).allSatisfy(token -> bearer(token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", endsWith("/unauthorized")));
    }

    private static Stream<String> wronglySigned(UUID userId) throws GeneralSecurityException {
        JwtClaims good = TokenForgery.goodClaims(userId);
        String right = TokenForgery.signedByTheService(good, publishedKeyId());
        return Stream.of(
                "nonsense",
                TokenForgery.unsigned(good),
                TokenForgery.signedByAStranger(good, publishedKeyId()),
                TokenForgery.signedByAStranger(good, "unknown"),
                TokenForgery.signedByTheService(good, null),
                right.substring(0, right.lastIndexOf('.') + 1),
                right.substring(0, right.length() - 8) + "AAAAAAAA");
    }

    private static Stream<String> wrongClaims(UUID userId) {
        return Stream.<Consumer<JwtClaims>>of(
                        claims -> claims.setIssuer("https://elsewhere.example"),
                        claims -> claims.setAudience("another-shop"),
                        claims -> claims.unsetClaim("aud"),
                        claims -> claims.unsetClaim("exp"),
                        claims -> claims.unsetClaim("sub"),
                        claims -> claims.setExpirationTime(NumericDate.fromMilliseconds(
                                Instant.now().minusSeconds(60).toEpochMilli())),
                        claims -> claims.setNotBefore(NumericDate.fromMilliseconds(
                                Instant.now().plusSeconds(60).toEpochMilli())))
                .map(spoil -> {
                    JwtClaims claims = TokenForgery.goodClaims(userId);
                    spoil.accept(claims);
                    return TokenForgery.signedByTheService(claims, publishedKeyId());
                });
    }

    @Test
    void what_is_published_is_no_shared_secret() throws Exception {
        UUID userId = UUID.fromString(givenCustomer(newEmail()));
        var published = new JsonWebKeySet(get("/.well-known/jwks.json").asString())
                .getJsonWebKeys()
                .getFirst();

        assertThat(statusOf(TokenForgery.signedWithThePublicKey(TokenForgery.goodClaims(userId), published)))
                .isEqualTo(401);
    }

    @Test
    void a_token_brings_no_key_of_its_own() throws Exception {
        JwtClaims claims = TokenForgery.goodClaims(UUID.fromString(givenCustomer(newEmail())));
        RsaJsonWebKey own = RsaJwkGenerator.generateJwk(2048);
        AtomicInteger fetches = new AtomicInteger();
        HttpServer keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            fetches.incrementAndGet();
            exchange.close();
        });
        keys.start();
        String address = "http://127.0.0.1:" + keys.getAddress().getPort() + "/keys";

        try {
            Map<String, Object> headers = Map.of(
                    "jwk", own.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY), "jku", address, "x5u", address);
            for (String keyId : List.of(publishedKeyId(), "unknown")) {
                headers.forEach((header, value) -> assertThat(statusOf(
                                TokenForgery.signedByItsOwnKey(claims, keyId, header, value, own.getRsaPrivateKey())))
                        .as(header)
                        .isEqualTo(401));
            }
        } finally {
            keys.stop(0);
        }
        assertThat(fetches).hasValue(0);
    }

    @Test
    void a_good_token_of_nobody_is_refused() {
        String token = TokenForgery.signedByTheService(TokenForgery.goodClaims(Ids.next()), publishedKeyId());

        assertThat(statusOf(token)).isEqualTo(401);
    }

    private static int statusOf(String token) {
        return bearer(token).get("/api/v1/auth/me").statusCode();
    }

    private static JwtContext verified(String token) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(published()))
                .setExpectedAudience("cloudshop")
                .build()
                .process(token);
    }

    private static List<JsonWebKey> published() throws JoseException {
        return new JsonWebKeySet(get("/.well-known/jwks.json").asString()).getJsonWebKeys();
    }

    private static String publishedKeyId() {
        return JsonPath.from(get("/.well-known/jwks.json").asString()).getString("keys[0].kid");
    }
}
