package io.cloudshop.launcher.supervisor;

/** How a component does: it answers, it is on its way, or it does not answer. */
public enum Health {
    up,
    starting,
    down
}
