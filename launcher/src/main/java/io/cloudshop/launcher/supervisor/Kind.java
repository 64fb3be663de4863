package io.cloudshop.launcher.supervisor;

/** What a component is for the shop. */
public enum Kind {
    service,
    store,
    monitor
}
