package io.cloudshop.stores.process;

import java.time.Instant;
import java.util.Optional;

/**
 * Names a process for good: numbers are given again, but not with the same start.
 *
 * @param pid its number
 * @param startedAt when it began, in milliseconds since the epoch
 */
public record ProcessIdentity(long pid, long startedAt) {

    /** The clock behind start times may be set while processes live. */
    private static final long TOLERANCE_MILLIS = 3_000;

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startOf(process));
    }

    /** The process, if it is still there. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startedAt) < TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
