package io.cloudshop.gateway.limit;

/**
 * The rules of a token bucket, in whole units so that nothing is lost to rounding. A full bucket holds the requests of a
 * minute, and a sixth of them comes back every ten seconds after the first was taken: who was told to wait finds enough to
 * go on with, and not one request for which everybody returns at once.
 *
 * @param limit requests a minute
 * @param capacity units in a full bucket
 * @param cost units that a request takes
 * @param refill units that come back after each interval
 * @param intervalMicros the interval, in microseconds
 */
record Quota(int limit, long capacity, long cost, long refill, long intervalMicros) {

    static final int WINDOW_SECONDS = 60;

    /** Units of one request where nobody else grants any; and so many intervals fill a bucket. */
    static final int UNITS = 6;

    private static final long INTERVAL_MICROS = WINDOW_SECONDS * 1_000_000L / UNITS;

    static Quota perMinute(int limit) {
        return shareOf(limit, 1);
    }

    /** What one of several replicas may grant by itself: its part, but a whole request at least, or nobody got any. */
    static Quota shareOf(int limit, int replicas) {
        long cost = (long) UNITS * replicas;
        return new Quota(limit, Math.max((long) limit * UNITS, cost), cost, limit, INTERVAL_MICROS);
    }
}
