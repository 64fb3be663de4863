package io.cloudshop.launcher.cli;

/** What the launcher returns to scripts. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PORTS_TAKEN = 3;
    static final int NOT_RUNNING = 5;

    private ExitCode() {}
}
