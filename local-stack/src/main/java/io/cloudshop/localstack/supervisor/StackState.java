package io.cloudshop.localstack.supervisor;

import java.util.List;

/**
 * What a supervisor tells the other commands, in a file.
 *
 * @param supervisorPid its process
 * @param supervisorStartedAt when that process began, in milliseconds since the epoch
 * @param reason why the start failed, or null
 * @param portOffset what was added to every port
 */
public record StackState(
        long supervisorPid,
        long supervisorStartedAt,
        Phase phase,
        String reason,
        int portOffset,
        List<ComponentState> components) {

    /** Whether every component answers. */
    public boolean allAnswer() {
        return components.stream().allMatch(ComponentState::answers);
    }
}
