package io.cloudshop.outbox;

import java.time.Instant;
import java.util.UUID;

/** An event that could not be delivered, with the reason of its last failure. */
public record DeadLetter(
        long id, UUID aggregateId, String type, Instant createdAt, Instant deadAt, int attempts, String lastError) {}
