package io.cloudshop.benchmarks.shop;

/** There is no shop to break or to measure. */
public final class NotRunning extends IllegalStateException {

    /** As in the launcher. */
    public static final int EXIT_CODE = 5;

    NotRunning(String reason) {
        super(reason + ": ./cloudshop up --detach starts the shop");
    }
}
