package io.cloudshop.gateway.limit;

/** A token bucket of this process; {@link SharedBuckets} has the same arithmetic as a script. Thread-safe. */
final class TokenBucket {

    private long units;
    private long since;

    /** A full bucket. Times are in microseconds of any one clock that does not go back. */
    TokenBucket(Quota quota, long now) {
        this.units = quota.capacity();
        this.since = now;
    }

    synchronized Take take(Quota quota, long now) {
        refill(quota, now);
        boolean isGranted = units >= quota.cost();
        if (isGranted) {
            units -= quota.cost();
        }
        long missing = quota.cost() - units % quota.cost();
        long moreIn = Math.ceilDiv(missing, quota.refill()) * quota.intervalMicros() - (now - since);
        return new Take(isGranted, units / quota.cost(), moreIn);
    }

    /**
     * Learns what the replicas have left of the bucket that they share: it is this one's level, too, only that a request
     * takes more here.
     *
     * @param untold requests that were granted here and not counted there yet
     */
    synchronized void follow(Quota quota, Take shared, long untold, long now) {
        long left = Math.max(shared.remaining() - untold, 0);
        units = Math.min(left * Quota.UNITS, quota.capacity());
        since = now - Math.floorMod(-shared.moreInMicros(), quota.intervalMicros());
    }

    synchronized boolean isHalfFull(Quota quota, long now) {
        refill(quota, now);
        return units * 2 >= quota.capacity();
    }

    private void refill(Quota quota, long now) {
        long intervals = (now - since) / quota.intervalMicros();
        units += intervals * quota.refill();
        since += intervals * quota.intervalMicros();
        if (units >= quota.capacity()) {
            units = quota.capacity();
            since = now;
        }
    }
}
