package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.ProcessIdentity;

/**
 * What is known of a component.
 *
 * @param process the process to signal, null while there is none
 * @param restarts how often it was started again since the stack is up
 */
public record ComponentState(
        String name,
        Kind kind,
        ProcessIdentity process,
        int port,
        Integer managementPort,
        Health health,
        int restarts) {

    public boolean answers() {
        return health == Health.up;
    }
}
