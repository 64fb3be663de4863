package io.cloudshop.benchmarks.chaos;

import java.util.Map;

/** What came back: a status of HTTP, or {@link #NOTHING} where nothing did in time. */
record Answer(int status, Map<String, Object> json) {

    static final int NOTHING = 0;

    static Answer nothing() {
        return new Answer(NOTHING, Map.of());
    }

    /** As the SLO counts: what the caller did wrong is no failure of ours. */
    boolean isGood() {
        return status != NOTHING && status < 500;
    }
}
