package io.cloudshop.gateway.proxy;

import java.util.Locale;

/** How a request to an upstream went, as far as the head of the answer: a label of metrics, so there are few. */
enum Outcome {
    SUCCESS,
    /** The client asked for something wrong, by the upstream's word or by ours. */
    CLIENT_ERROR,
    /** The upstream's own word; it was there to say it. */
    SERVER_ERROR,
    TIMEOUT,
    UNAVAILABLE,
    /** Not asked, see {@link Circuit}. */
    CIRCUIT_OPEN,
    CLIENT_GONE;

    static Outcome ofStatus(int status) {
        if (status < 400) {
            return SUCCESS;
        }
        return status < 500 ? CLIENT_ERROR : SERVER_ERROR;
    }

    /** As metrics spell it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
