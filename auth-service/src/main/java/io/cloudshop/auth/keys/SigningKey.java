package io.cloudshop.auth.keys;

import io.smallrye.jwt.util.KeyUtils;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.HashUtil;

/** An RSA key pair; its {@code kid} is the key's thumbprint (RFC 7638), so that every replica names it alike. */
public final class SigningKey {

    static final int MIN_BITS = 2048;

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final RSAPrivateCrtKey privateKey;
    private final RsaJsonWebKey publicKey;

    private SigningKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = new RsaJsonWebKey(publicKey);
        this.publicKey.setKeyId(this.publicKey.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256));
    }

    /** Reads PKCS#8 in PEM; refuses anything but an RSA key of at least {@value #MIN_BITS} bits. */
    static SigningKey fromPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("it is not a PKCS#8 private key in PEM (" + BEGIN + ")");
        }
        try {
            // From BEGIN to END: what openssl writes before and after is no part of the key.
            var key = (RSAPrivateCrtKey) KeyUtils.decodePrivateKey(pem.substring(begin, end + END.length()));
            if (key.getModulus().bitLength() < MIN_BITS) {
                throw new IllegalArgumentException("the key has fewer than " + MIN_BITS + " bits");
            }
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new SigningKey(
                    key, (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("it does not hold an RSA key", e);
        }
    }

    static String toPem(RSAPrivateCrtKey key) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return BEGIN + "\n" + lines.encodeToString(key.getEncoded()) + "\n" + END + "\n";
    }

    public String id() {
        return publicKey.getKeyId();
    }

    public RSAPrivateCrtKey privateKey() {
        return privateKey;
    }

    RsaJsonWebKey publicKey() {
        return publicKey;
    }
}
