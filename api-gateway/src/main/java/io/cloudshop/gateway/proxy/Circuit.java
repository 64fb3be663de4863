package io.cloudshop.gateway.proxy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Spares an upstream that does not answer, and its clients the wait. When most of the last requests had no answer, none is
 * sent for a moment; then one request tries, and what becomes of it decides. Thread-safe; a permit belongs to one event loop.
 */
final class Circuit {

    private static final Logger LOG = Logger.getLogger(Circuit.class);

    private final Vertx vertx;
    private final String upstream;
    private final Duration pause;
    private final CircuitBreaker breaker;
    /** Changes with each state: what began in an earlier one says nothing about this one. */
    private final AtomicInteger era = new AtomicInteger();

    Circuit(Vertx vertx, String upstream, CircuitConfig config) {
        this.vertx = vertx;
        this.upstream = upstream;
        this.pause = config.pause();
        this.breaker = CircuitBreaker.of(upstream, breaker(config));
        breaker.getEventPublisher().onStateTransition(event -> changed(event.getStateTransition()));
    }

    State state() {
        return breaker.getState();
    }

    /** What a request needs to be sent; nothing while the upstream is spared. */
    Optional<Permit> permit() {
        return breaker.tryAcquirePermission() ? Optional.of(new Permit()) : Optional.empty();
    }

    private static CircuitBreakerConfig breaker(CircuitConfig config) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(config.window())
                .minimumNumberOfCalls(config.minimum())
                .failureRateThreshold(config.failurePercentage())
                .waitDurationInOpenState(config.pause())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }

    private void changed(StateTransition transition) {
        era.incrementAndGet();
        switch (transition) {
            case CLOSED_TO_OPEN ->
                LOG.warnf(
                        "Most requests to %s had no answer: it is tried every %d ms from now on",
                        upstream, pause.toMillis());
            case HALF_OPEN_TO_CLOSED -> LOG.infof("%s answers again", upstream);
            default -> LOG.debugf("The circuit of %s: %s", upstream, transition);
        }
    }

    /** The right to send one request, to be given back by saying what became of it; only the first word counts. */
    final class Permit {

        private final int began = era.get();
        private final Watchdog turn = new Watchdog(vertx, pause, this::letAnotherTry);
        private boolean isTrial = state() == State.HALF_OPEN;
        private boolean isSettled;

        Permit() {
            if (isTrial) {
                turn.start();
            }
        }

        void succeeded() {
            if (settles()) {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
        }

        void failed(Throwable cause) {
            if (settles()) {
                breaker.onError(0, TimeUnit.NANOSECONDS, cause);
            }
        }

        /** It was not the upstream that decided how the request ended. */
        void saysNothing() {
            if (settles()) {
                letAnotherTry();
            }
        }

        /** A client that is slow to send its body, or a stream that begins with its first event, must not hold up all. */
        private void letAnotherTry() {
            if (isTrial && began == era.get()) {
                isTrial = false;
                breaker.releasePermission();
            }
        }

        private boolean settles() {
            boolean isFirst = !isSettled;
            isSettled = true;
            turn.stop();
            return isFirst && began == era.get();
        }
    }
}
