package io.cloudshop.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Stands in for auth-service in another service's tests: serves a key set and signs the tokens that go with it. */
public class TestTokens implements QuarkusTestResourceLifecycleManager {

    private static final RsaJsonWebKey KEY = newKey();

    /** Published, too: a test may withdraw it and spoil nothing for the others. */
    private static final RsaJsonWebKey SPARE_KEY = newKey();

    private HttpServer server;

    public static String customer(UUID userId) {
        return signed(claims(userId, List.of("customer")));
    }

    public static String admin() {
        return signed(claims(UUID.randomUUID(), List.of("customer", "admin")));
    }

    public static String service() {
        return signed(claims(UUID.randomUUID(), List.of("service")));
    }

    /** Claims of a valid token, to be spoilt by a test. */
    public static JwtClaims claims(UUID userId, List<String> groups) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://auth.cloudshop.example");
        claims.setSubject(userId.toString());
        claims.setAudience("cloudshop");
        claims.setStringClaim("upn", userId + "@example.org");
        claims.setStringListClaim("groups", groups);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(15);
        return claims;
    }

    public static String signed(JwtClaims claims) {
        return signed(claims, KEY);
    }

    /** A token that is as good, signed by the key {@link #spareKeyId()}. */
    public static String signedByTheSpareKey(JwtClaims claims) {
        return signed(claims, SPARE_KEY);
    }

    public static String spareKeyId() {
        return SPARE_KEY.getKeyId();
    }

    /** A token signed by a key that nobody published. */
    public static String signedByAStranger(JwtClaims claims) {
        return signed(claims, newKey());
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JsonWebKeySet(KEY, SPARE_KEY)
                .toJson(OutputControlLevel.PUBLIC_ONLY)
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/.well-known/jwks.json", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return Map.of(
                "cloudshop.auth.url", "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
