package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.ProcessIdentity;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Signal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a supervisor that was killed may have left running: on Linux nothing, since the kernel ends its children. */
public final class Leftovers {

    private static final long GRACE_MILLIS = 5_000;

    private Leftovers() {}

    /** Ends the processes that the last state names and that are still the same. Returns how many there were. */
    public static int end(StackState last) {
        List<ProcessHandle> alive = last.components().stream()
                .map(ComponentState::process)
                .filter(Objects::nonNull)
                .map(ProcessIdentity::find)
                .flatMap(Optional::stream)
                .toList();
        alive.forEach(process -> Processes.stop(process, Signal.TERM, GRACE_MILLIS));
        return alive.size();
    }
}
