package io.cloudshop.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.cloudshop.defaults.security.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Remembers tokens that were verified a moment ago, by their SHA-256 so that a heap dump holds no credentials. */
@ApplicationScoped
class VerifiedTokens {

    private final Cache<ByteBuffer, AccessToken> tokens;

    VerifiedTokens(TokenConfig config, Clock clock) {
        this.tokens = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfter(Expiry.<ByteBuffer, AccessToken>creating(
                        (digest, token) -> shorter(config.rememberedFor(), remaining(token, clock))))
                .build();
    }

    Optional<AccessToken> find(String token) {
        return Optional.ofNullable(tokens.getIfPresent(digest(token)));
    }

    void remember(String token, AccessToken verified) {
        tokens.put(digest(token), verified);
    }

    private static Duration remaining(AccessToken token, Clock clock) {
        Duration remaining = Duration.between(clock.instant(), token.expiresAt());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static ByteBuffer digest(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
