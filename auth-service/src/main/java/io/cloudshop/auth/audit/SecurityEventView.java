package io.cloudshop.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A security event as administrators see it.
 *
 * @param userId whose account it was; absent where somebody tried one that there is not
 * @param actorId who did it; absent where nobody had signed in
 * @param detail such as the roles before and after
 * @param requestId under which the logs of the services tell more
 */
@Schema(
        name = "SecurityEvent",
        requiredProperties = {"id", "type", "occurredAt"})
record SecurityEventView(
        UUID id,
        SecurityEventType type,
        UUID userId,
        UUID actorId,
        @Schema(example = "customer -> customer, admin") String detail,
        String requestId,
        Instant occurredAt) {}
