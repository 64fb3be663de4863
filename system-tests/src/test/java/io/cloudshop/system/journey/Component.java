package io.cloudshop.system.journey;

/** A line of {@code status --json}, as the documentation promises it. */
record Component(
        String name,
        String kind,
        long pid,
        int port,
        Integer managementPort,
        String health,
        long rssBytes,
        int restarts,
        long uptimeSeconds) {

    boolean isUp() {
        return "up".equals(health);
    }

    ProcessHandle process() {
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(name + " has no process " + pid));
    }
}
