package io.cloudshop.launcher.supervisor;

/** Where the stack is in its life. */
public enum Phase {
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED,
    FAILED
}
