package io.cloudshop.stores.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes, each in a session of its own so that Ctrl-C reaches only the supervisor, and bound to this one's
 * life where the system can do that.
 */
public final class Processes {

    /** The death signal is tied to the thread that forked, so one thread that never ends starts everything. */
    private static final ExecutorService SPAWNER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("spawner").factory());

    private static final boolean HAS_SETSID = succeeds(List.of("setsid", "true"));
    private static final boolean HAS_DEATH_SIGNAL = succeeds(List.of("setpriv", "--pdeathsig", "KILL", "--", "true"));

    private Processes() {}

    /** Starts a command; its output goes to the end of its log file. */
    public static Process start(Command command, RunAs runAs) {
        List<String> line = new ArrayList<>(ownSession());
        line.addAll(runAs.prefix());
        if (HAS_DEATH_SIGNAL) {
            line.addAll(List.of("setpriv", "--pdeathsig", command.deathSignal().name(), "--"));
        }
        line.addAll(command.line());
        return spawn(builder(line, command));
    }

    private static ProcessBuilder builder(List<String> line, Command command) {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(command.environment());
        return builder;
    }

    /** Starts a command that outlives this process. */
    public static Process startDetached(Command command) {
        List<String> line = new ArrayList<>(ownSession());
        line.addAll(command.line());
        return spawn(builder(line, command));
    }

    /** Runs a short command to its end and says whether it exited with 0; false also when it is not installed. */
    public static boolean succeeds(List<String> line) {
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(new File("/dev/null"))
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks a process to end, and after the grace period makes it. Returns when it is gone. */
    public static void stop(ProcessHandle process, Signal signal, long graceMillis) {
        signal.send(process.pid());
        if (!awaitExit(process, graceMillis)) {
            process.destroyForcibly();
            awaitExit(process, 5_000);
        }
    }

    /** Kills every process that works inside a directory: what a killed PostgreSQL leaves behind. */
    public static void killAllWorkingIn(Path directory) {
        Path real;
        try {
            real = directory.toRealPath();
        } catch (IOException e) {
            return;
        }
        List<ProcessHandle> leftovers = ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, real))
                .toList();
        leftovers.forEach(ProcessHandle::destroyForcibly);
        leftovers.forEach(process -> awaitExit(process, 5_000));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean worksIn(ProcessHandle process, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .startsWith(directory);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean awaitExit(ProcessHandle process, long millis) {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return !process.isAlive();
        }
    }

    private static List<String> ownSession() {
        // macOS has no setsid command, but it has Perl.
        return HAS_SETSID
                ? List.of("setsid")
                : List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec(@ARGV) or exit 127", "--");
    }

    private static Process spawn(ProcessBuilder builder) {
        try {
            return SPAWNER.submit(builder::start).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting " + builder.command(), e);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(
                    "Cannot start " + builder.command(),
                    e.getCause() instanceof IOException io ? io : new IOException(e));
        }
    }
}
