package io.cloudshop.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says whether a developer runs a service in dev mode, so that the shop's own stands aside: {@code ./cloudshop dev} writes
 * down its process, and is over when that is gone.
 */
record Replacement(Path file) {

    boolean isRunning() {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        } catch (IOException | NumberFormatException nobody) {
            return false;
        }
    }
}
