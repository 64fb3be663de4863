package io.cloudshop.auth.token;

import io.cloudshop.defaults.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens such as the service itself would never issue, made with its own key file where that is asked for. */
final class TokenForgery {

    private TokenForgery() {}

    static JwtClaims goodClaims(UUID userId) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://auth.cloudshop.example");
        claims.setAudience("cloudshop");
        claims.setSubject(userId.toString());
        claims.setStringClaim("upn", "ada@example.org");
        claims.setStringListClaim("groups", List.of("customer"));
        claims.setJwtId(Ids.next().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(15);
        return claims;
    }

    /** @param keyId null for none */
    static String signedByTheService(JwtClaims claims, String keyId) {
        return signed(claims, keyId, serviceKey());
    }

    static String signedByAStranger(JwtClaims claims, String keyId) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return signed(claims, keyId, generator.generateKeyPair().getPrivate());
    }

    static String unsigned(JwtClaims claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.toJson().getBytes(StandardCharsets.UTF_8)) + ".";
    }

    /** HS256, as if what everybody can read were a shared secret (CVE-2015-9235 and its kin). */
    static String signedWithThePublicKey(JwtClaims claims, JsonWebKey published) {
        JsonWebSignature signature = unsigned(claims, published.getKeyId());
        signature.setKey(new HmacKey(published.getKey().getEncoded()));
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return compact(signature);
    }

    /** By a key that the token brings along, or says where to fetch: {@code jwk}, {@code jku}, {@code x5u}. */
    static String signedByItsOwnKey(JwtClaims claims, String keyId, String header, Object value, PrivateKey own) {
        JsonWebSignature signature = unsigned(claims, keyId);
        signature.setKey(own);
        signature.setHeader(header, value);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return compact(signature);
    }

    private static String signed(JwtClaims claims, String keyId, PrivateKey key) {
        JsonWebSignature signature = unsigned(claims, keyId);
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return compact(signature);
    }

    private static JsonWebSignature unsigned(JwtClaims claims, String keyId) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        return signature;
    }

    private static String compact(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey serviceKey() {
        Path file = ConfigProvider.getConfig().getValue("cloudshop.auth.signing-key-file", Path.class);
        try {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
