package io.cloudshop.stores.process;

import java.nio.file.Path;

/** Something that runs as a process: how it is started, and how to know that it works. */
public interface Program {

    /** The name under which people know it. */
    String name();

    /** Where its output goes. */
    Path log();

    /** Makes what it needs on disk and clears what a killed predecessor left. Called before each start. */
    default void prepare() {}

    /** Starts the process; its id is that of the program itself, not of a wrapper. */
    Process start();

    /** Whether it answers right now; takes a few seconds at most. */
    boolean answers();

    /** The signal that asks it to end without delay and without loss. */
    default Signal stopSignal() {
        return Signal.TERM;
    }

    /** Whether somebody else runs it for now, so that it is not to be started. */
    default boolean isReplaced() {
        return false;
    }

    /** Creates what its users expect to find, once it answers. Called after each start. */
    default void provision() {}
}
