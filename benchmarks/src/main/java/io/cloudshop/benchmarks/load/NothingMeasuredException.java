package io.cloudshop.benchmarks.load;

/** The load was not answered, or an answer was no success: its times say nothing of the work that was asked for. */
public final class NothingMeasuredException extends RuntimeException {

    NothingMeasuredException(String message) {
        super(message);
    }
}
