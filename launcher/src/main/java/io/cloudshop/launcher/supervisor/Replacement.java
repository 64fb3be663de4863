package io.cloudshop.launcher.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Says whether a developer runs a service in dev mode, so that the shop's own stands aside: {@code ./cloudshop dev} writes
 * down its process, and is over when that is gone.
 */
record Replacement(Path file) {

    boolean isRunning() {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(pid)
                    .filter(process -> isWriter(process, written))
                    .isPresent();
        } catch (IOException | NumberFormatException nobody) {
            return false;
        }
    }

    /** A process that was killed has left its file, and its number goes to another. */
    private static boolean isWriter(ProcessHandle process, Instant written) {
        return process.isAlive()
                && process.info()
                        .startInstant()
                        .map(start -> !start.isAfter(written))
                        .orElse(true);
    }
}
