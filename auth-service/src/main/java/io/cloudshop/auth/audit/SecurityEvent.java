package io.cloudshop.auth.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that happened to an account or a session. Holds no secret, and nothing that somebody typed. */
@Entity
@Immutable
@Table(name = "security_events")
class SecurityEvent {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 40)
    private SecurityEventType type;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(length = 100)
    private String detail;

    @Column(name = "request_id", length = 64)
    private String requestId;

    @Column(name = "occurred_at", nullable = false)
    private Instant occurredAt;

    protected SecurityEvent() {}

    SecurityEvent(
            UUID id,
            SecurityEventType type,
            UUID userId,
            UUID actorId,
            String detail,
            String requestId,
            Instant occurredAt) {
        this.id = id;
        this.type = type;
        this.userId = userId;
        this.actorId = actorId;
        this.detail = detail;
        this.requestId = requestId;
        this.occurredAt = occurredAt;
    }

    SecurityEventView view() {
        return new SecurityEventView(id, type, userId, actorId, detail, requestId, occurredAt);
    }
}
