package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.ProcessIdentity;
import java.util.List;

/**
 * What a supervisor tells the other commands, in a file.
 *
 * @param supervisor its process
 * @param reason why the start failed, or null
 * @param portOffset what was added to every port
 */
public record StackState(
        ProcessIdentity supervisor, Phase phase, String reason, int portOffset, List<ComponentState> components) {

    /** Whether nothing is missing that a reader relies on. */
    boolean isWhole() {
        return supervisor != null && phase != null && components != null;
    }

    /** Whether the supervisor that wrote this is alive. */
    boolean isCurrent() {
        return supervisor.find().isPresent();
    }

    /** Whether there is a component of that kind. */
    public boolean has(Kind kind) {
        return components.stream().anyMatch(component -> component.kind() == kind);
    }

    /** Whether every component answers. */
    public boolean allAnswer() {
        return components.stream().allMatch(ComponentState::answers);
    }
}
