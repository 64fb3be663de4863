package io.cloudshop.defaults.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers tokens that were verified a moment ago, by their SHA-256 so that a heap dump holds no credentials. Whether one was
 * revoked since is for whoever finds it here to ask. Thread-safe.
 */
@ApplicationScoped
class VerifiedTokens {

    private final Cache<ByteBuffer, VerifiedToken> tokens;

    VerifiedTokens(TokenMemory memory, Clock clock) {
        this.tokens = Caffeine.newBuilder()
                .maximumSize(memory.most())
                .expireAfter(Expiry.<ByteBuffer, VerifiedToken>creating(
                        (digest, token) -> shorter(memory.lasts(), remaining(token, clock))))
                .build();
    }

    Optional<VerifiedToken> find(String token) {
        return Optional.ofNullable(tokens.getIfPresent(digest(token)));
    }

    void remember(String token, VerifiedToken verified) {
        tokens.put(digest(token), verified);
    }

    private static Duration remaining(VerifiedToken token, Clock clock) {
        Duration remaining = Duration.between(clock.instant(), token.says().expiresAt());
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
