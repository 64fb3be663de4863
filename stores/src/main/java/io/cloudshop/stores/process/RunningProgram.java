package io.cloudshop.stores.process;

import java.time.Duration;

/** A program that was started and has answered. Closing it stops it. */
public final class RunningProgram implements AutoCloseable {

    private static final int POLL_MILLIS = 50;
    private static final int GRACE_MILLIS = 5_000;

    private final Program program;
    private final Process process;

    private RunningProgram(Program program, Process process) {
        this.program = program;
        this.process = process;
    }

    /**
     * Starts a program and returns when it is provisioned.
     *
     * @throws StartFailed if it ends, or does not answer in time; nothing is left running then
     */
    public static RunningProgram start(Program program, Duration limit) {
        LogMark log = LogMark.atTheEndOf(program.log());
        program.prepare();
        Process process = program.start();
        try {
            awaitAnswer(program, process, limit, log);
            program.provision();
            return new RunningProgram(program, process);
        } catch (RuntimeException e) {
            Processes.stop(process.toHandle(), program.stopSignal(), GRACE_MILLIS);
            throw e;
        }
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() {
        Processes.stop(process.toHandle(), program.stopSignal(), GRACE_MILLIS);
    }

    private static void awaitAnswer(Program program, Process process, Duration limit, LogMark log) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!program.answers()) {
            if (!process.isAlive()) {
                throw new StartFailed(program.name(), "ended with status " + process.exitValue(), log);
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed(program.name(), "did not answer within " + limit.toSeconds() + " s", log);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a program", e);
        }
    }
}
