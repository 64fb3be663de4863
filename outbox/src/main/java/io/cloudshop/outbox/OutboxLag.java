package io.cloudshop.outbox;

/**
 * How far the relay is behind.
 *
 * @param pending events that still have to be delivered
 * @param dead events put aside after too many failures
 * @param oldestSeconds age of the oldest pending event, 0 without one
 */
public record OutboxLag(long pending, long dead, long oldestSeconds) {

    static final OutboxLag NONE = new OutboxLag(0, 0, 0);
}
