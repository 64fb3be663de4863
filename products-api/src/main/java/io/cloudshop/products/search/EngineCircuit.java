package io.cloudshop.products.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * One circuit for whatever customers ask the engine, so that not each kind of question has to find out that it is away. Once
 * it is, nobody waits for it any more; every two seconds one question tries whether it is back.
 */
@ApplicationScoped
class EngineCircuit {

    /** Whatever the question throws; an answer that it is refused keeps nobody else from asking. */
    @CircuitBreaker(
            requestVolumeThreshold = 2,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS,
            failOn = EngineAbsentException.class)
    <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw EngineFailure.isAbsence(e) ? new EngineAbsentException(e) : e;
        }
    }

    /** The engine is away, too slow or broken. */
    static final class EngineAbsentException extends RuntimeException {

        private EngineAbsentException(RuntimeException cause) {
            super(cause);
        }
    }
}
