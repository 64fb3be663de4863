package io.cloudshop.benchmarks.gateway;

/** What a gateway does beside handing requests on; each has what the one before has, too. */
enum Equipment {
    /** No limit, no log. */
    BARE,
    /** A token, the shared limit and the access log. */
    FULL,
    /** Spans of one request in twenty, sent to a collector. */
    TRACED;

    boolean includes(Equipment other) {
        return compareTo(other) >= 0;
    }
}
