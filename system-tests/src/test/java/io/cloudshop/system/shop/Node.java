package io.cloudshop.system.shop;

import io.cloudshop.localstack.process.Program;
import io.cloudshop.localstack.process.RunningProgram;
import java.time.Duration;

/** A program that a test may kill and start again. */
public final class Node implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Program program;
    private final int port;

    private RunningProgram running;

    Node(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    public String name() {
        return program.name();
    }

    public int port() {
        return port;
    }

    public boolean isRunning() {
        return running != null && running.process().isAlive();
    }

    /** Starts it and returns when it is ready; nothing if it runs already. */
    public synchronized void start() {
        if (!isRunning()) {
            running = RunningProgram.start(program, START_LIMIT);
        }
    }

    /** As {@code kill -9}: no drain, no goodbye. */
    public synchronized void kill() {
        running.process().toHandle().destroyForcibly();
        running.process().onExit().join();
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
        }
    }
}
