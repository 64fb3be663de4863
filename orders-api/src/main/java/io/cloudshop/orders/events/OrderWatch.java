package io.cloudshop.orders.events;

import io.cloudshop.orders.order.OrderStatus;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.UUID;

/** One client's stream of one order's changes. Sends each status once, in order, and ends with the last. Thread-safe. */
final class OrderWatch {

    private final UUID orderId;
    private final UUID userId;
    private final SseEventSink sink;
    private final Sse sse;
    private final Instant until;

    private OrderStatus lastSent;

    OrderWatch(UUID orderId, UUID userId, SseEventSink sink, Sse sse, Instant until) {
        this.orderId = orderId;
        this.userId = userId;
        this.sink = sink;
        this.sse = sse;
        this.until = until;
    }

    UUID orderId() {
        return orderId;
    }

    UUID userId() {
        return userId;
    }

    /** News comes from the database and from the stream, which may repeat itself: what is not ahead is not news. */
    synchronized void send(OrderEvent event) {
        if (sink.isClosed() || (lastSent != null && lastSent.compareTo(event.status()) >= 0)) {
            return;
        }
        lastSent = event.status();
        sink.send(sse.newEventBuilder()
                .name("status")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(OrderEvent.class, event)
                .build());
        if (event.status().isFinal()) {
            sink.close();
        }
    }

    /** Keeps proxies from closing a quiet stream, and finds out about clients that are gone. */
    synchronized void keepAlive() {
        OutboundSseEvent comment = sse.newEventBuilder().comment("still here").build();
        sink.send(comment);
    }

    synchronized void close() {
        sink.close();
    }

    boolean isOver(Instant now) {
        return sink.isClosed() || now.isAfter(until);
    }
}
