package io.cloudshop.auth.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is kept of a user's latest link: enough to know it again, not enough to use it. */
@Entity
@Table(name = "password_reset_tokens")
class StoredResetToken {

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "token_hash", nullable = false, length = 64)
    private String hash;

    @Column(name = "issued_at", nullable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    protected StoredResetToken() {}

    UUID userId() {
        return userId;
    }
}
