package io.cloudshop.gateway.limit;

/**
 * What came of one request for a token.
 *
 * @param isGranted whether there was one
 * @param remaining how many more there are now
 * @param moreInMicros time until there is another one, in microseconds
 */
record Take(boolean isGranted, long remaining, long moreInMicros) {

    private static final long MICROS = 1_000_000;

    /** Whole seconds until there is another token, at least one. */
    long moreInSeconds() {
        return Math.max(1, Math.ceilDiv(moreInMicros, MICROS));
    }
}
