package io.cloudshop.localstack.supervisor;

/**
 * What is known of a component.
 *
 * @param pid the process to signal, null while there is none
 * @param processStartedAt when that process began, in milliseconds since the epoch; 0 while there is none
 * @param restarts how often it was started again since the stack is up
 */
public record ComponentState(
        String name,
        Kind kind,
        Long pid,
        long processStartedAt,
        int port,
        Integer managementPort,
        Health health,
        int restarts) {

    public boolean answers() {
        return health == Health.up;
    }
}
