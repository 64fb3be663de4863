package io.cloudshop.auth.refresh;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is kept of a refresh token: enough to know it again, not enough to use it. */
@Entity
@Table(name = "refresh_tokens")
class StoredToken {

    @Id
    @Column(name = "token_hash", length = 64)
    private String hash;

    @Column(name = "family_id", nullable = false, updatable = false)
    private UUID familyId;

    @Column(name = "issued_at", nullable = false, updatable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected StoredToken() {}

    StoredToken(String hash, UUID familyId, Instant issuedAt, Instant expiresAt) {
        this.hash = hash;
        this.familyId = familyId;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    UUID familyId() {
        return familyId;
    }

    boolean isUsed() {
        return usedAt != null;
    }
}
