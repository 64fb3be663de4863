package io.cloudshop.benchmarks.chaos;

/** There is no shop to break. */
final class NotRunning extends IllegalStateException {

    /** As in the launcher. */
    static final int EXIT_CODE = 5;

    NotRunning(String reason) {
        super(reason + ": ./cloudshop up --detach starts the shop");
    }
}
