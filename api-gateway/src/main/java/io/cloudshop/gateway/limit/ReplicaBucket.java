package io.cloudshop.gateway.limit;

import java.util.Optional;

/**
 * What this replica knows of a bucket that all replicas share: how much is left in it, and what it has granted itself of
 * which the others have not heard. Thread-safe.
 */
final class ReplicaBucket {

    private final TokenBucket known;
    private long untold;
    private long underWay;

    ReplicaBucket(Quota quota, long now) {
        this.known = new TokenBucket(quota, now);
    }

    /** Decides without the others, by a share of what is left. */
    synchronized Take take(Quota share, long now) {
        return known.take(share, now);
    }

    /**
     * Grants a request of which the others are told afterwards; nothing where that could be one too many, since more than
     * half is taken, or since they have not heard of enough others.
     */
    synchronized Optional<Take> takeAhead(Quota quota, int atMost, long now) {
        if (untold + underWay >= atMost || !known.isHalfFull(quota, now)) {
            return Optional.empty();
        }
        untold++;
        return Optional.of(known.take(quota, now));
    }

    /** All that is to be told, by whoever asks; it is under way until {@link #told}. */
    synchronized long tell() {
        long telling = untold;
        underWay += telling;
        untold = 0;
        return telling;
    }

    /** The same, but nothing while something is under way: one message at a time says it all. */
    synchronized long tellNext() {
        return underWay > 0 ? 0 : tell();
    }

    /** So many have been heard of, or never will be. */
    synchronized void told(long count) {
        underWay -= count;
    }

    /** Learns what the others have left; what they have not heard of is gone from it. */
    synchronized void follow(Quota quota, Take shared, long now) {
        known.follow(quota, shared, untold + underWay, now);
    }

    synchronized boolean isHalfFull(Quota quota, long now) {
        return known.isHalfFull(quota, now);
    }
}
