package io.cloudshop.auth.refresh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A refresh token on its way to its client: 256 random bits that are written down nowhere else. Never shown.
 *
 * @param lifetime how long it can be used
 */
public record RefreshToken(String text, Duration lifetime) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken random(Duration lifetime) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), lifetime);
    }

    /** What is stored: nobody guesses 256 bits, so that a fast hash without a salt is as good as a slow one. */
    static String hashOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    String hash() {
        return hashOf(text);
    }

    @Override
    public String toString() {
        return "RefreshToken[lifetime=" + lifetime + "]";
    }
}
