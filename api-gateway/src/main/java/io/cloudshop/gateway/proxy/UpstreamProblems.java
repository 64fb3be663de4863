package io.cloudshop.gateway.proxy;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.problem.GatewayProblems;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

/** What a client is told when a service does not answer: 504 if it was slow, 503 for everything else. */
final class UpstreamProblems {

    private static final String RETRY_AFTER_SECONDS = "2";

    private UpstreamProblems() {}

    static DomainException of(Throwable cause) {
        return cause instanceof ConnectTimeoutException ? timeout() : unavailable(cause);
    }

    static DomainException timeout() {
        return new DomainException(
                GatewayProblems.UPSTREAM_TIMEOUT, "The service behind this address did not answer in time.");
    }

    /** Whether the upstream accepted the connection and then dropped it, as a connection idle for too long would be. */
    static boolean isDroppedConnection(Throwable cause) {
        return cause instanceof HttpClosedException
                || (cause instanceof IOException && !(cause instanceof ConnectException));
    }

    /** What is told of an upstream that is spared. */
    static DomainException spared() {
        return unavailable(null);
    }

    /** The upstream had no patience with a client that does not go on with its body. */
    static DomainException bodyTooSlow() {
        return new DomainException(CommonProblems.REQUEST_TIMEOUT, "The body did not come in time.");
    }

    /** Whether there was no connection to be had because so many are in use: how those fare says how the upstream does. */
    static boolean isOurLimit(Throwable cause) {
        return cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException;
    }

    private static DomainException unavailable(Throwable cause) {
        return new DomainException(
                        GatewayProblems.UPSTREAM_UNAVAILABLE,
                        "The service behind this address cannot be reached; try again shortly.",
                        cause)
                .header("Retry-After", RETRY_AFTER_SECONDS);
    }
}
