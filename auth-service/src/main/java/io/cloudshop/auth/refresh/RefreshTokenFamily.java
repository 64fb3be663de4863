package io.cloudshop.auth.refresh;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A session: all refresh tokens that came from one login. It ends as a whole. */
@Entity
@Table(name = "refresh_token_families")
class RefreshTokenFamily {

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "session_epoch", nullable = false)
    private int sessionEpoch;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected RefreshTokenFamily() {}

    RefreshTokenFamily(UUID id, UUID userId, int sessionEpoch, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.userId = userId;
        this.sessionEpoch = sessionEpoch;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    int sessionEpoch() {
        return sessionEpoch;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    OwnSession view() {
        return new OwnSession(createdAt, expiresAt, revokedAt);
    }
}
