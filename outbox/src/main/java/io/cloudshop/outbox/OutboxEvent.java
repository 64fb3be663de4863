package io.cloudshop.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One fact on its way out of the service.
 *
 * @param id grows with time within one aggregate; consumers use it to tell a repeat from news
 * @param aggregateId what the fact is about; events of one aggregate are delivered in order
 * @param type the fact's name, for example {@code OrderConfirmed}
 * @param payload JSON
 * @param attempts deliveries that failed so far
 * @param traceparent the trace in which it came about (W3C Trace Context), null where there was none
 */
public record OutboxEvent(
        long id, UUID aggregateId, String type, String payload, Instant createdAt, int attempts, String traceparent) {}
