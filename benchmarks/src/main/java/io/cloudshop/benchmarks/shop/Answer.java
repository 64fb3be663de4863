package io.cloudshop.benchmarks.shop;

import java.util.Map;

/** What came back: a status of HTTP, or {@link #NOTHING} where nothing did in time. */
public record Answer(int status, Map<String, Object> json) {

    public static final int NOTHING = 0;

    public static Answer nothing() {
        return new Answer(NOTHING, Map.of());
    }

    /** As the SLO counts: what the caller did wrong is no failure of ours. */
    public boolean isGood() {
        return status != NOTHING && status < 500;
    }
}
