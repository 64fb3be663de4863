package io.cloudshop.auth.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A user who was deleted here, and whom orders-api has not erased yet. */
@Entity
@Table(name = "erasures")
class ErasureRequest {

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    protected ErasureRequest() {}

    ErasureRequest(UUID userId, Instant requestedAt) {
        this.userId = userId;
        this.requestedAt = requestedAt;
    }

    Erasure view() {
        return new Erasure(userId, requestedAt);
    }
}
