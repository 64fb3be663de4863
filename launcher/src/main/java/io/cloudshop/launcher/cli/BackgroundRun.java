package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Phase;
import io.cloudshop.launcher.supervisor.StackState;
import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.Jvm;
import io.cloudshop.stores.process.LogFile;
import io.cloudshop.stores.process.LogMark;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The supervisor in a process of its own, watched by this one until everything is ready. */
final class BackgroundRun {

    private static final int POLL_MILLIS = 100;
    private static final int STOP_MILLIS = 60_000;

    private final Installation installation;
    private final Console console;
    private volatile boolean isReady;

    BackgroundRun(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    int start(List<String> options) {
        LogFile.bound(installation.supervisorLog());
        LogMark log = LogMark.atTheEndOf(installation.supervisorLog());
        Process supervisor = Processes.startDetached(command(options));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> abandon(supervisor)));
        return watch(supervisor, log);
    }

    /** Ctrl-C before everything is ready ends what was started. */
    private void abandon(Process supervisor) {
        if (!isReady && supervisor.isAlive()) {
            Processes.stop(supervisor.toHandle(), Signal.TERM, STOP_MILLIS);
        }
    }

    private int watch(Process supervisor, LogMark log) {
        StartProgress progress = new StartProgress(console);
        while (isAlive(supervisor)) {
            Optional<StackState> state = stateOf(supervisor);
            state.ifPresent(progress::show);
            if (state.isPresent() && state.get().phase() == Phase.RUNNING) {
                isReady = true;
                console.print(String.format(
                        Locale.ROOT,
                        "%nCloudShop is up after %s. ./cloudshop down stops it.%n",
                        Console.seconds(progress.elapsed())));
                console.print(Welcome.to(state.get(), installation, System.getenv()));
                return ExitCode.OK;
            }
        }
        String reason =
                stateOf(supervisor).map(StackState::reason).orElseGet(() -> String.join("\n", log.lastLinesSince(30)));
        console.complain(console.red("✗ ") + reason);
        console.complain("Everything was stopped.");
        return ExitCode.FAILED;
    }

    private Optional<StackState> stateOf(Process supervisor) {
        return installation.state().read().filter(state -> state.supervisor().pid() == supervisor.pid());
    }

    private Command command(List<String> options) {
        List<String> line = new ArrayList<>(List.of(Jvm.executable().toString()));
        line.addAll(Jvm.LOCALE);
        line.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-Dcloudshop.root=" + installation.root(),
                "-Dcloudshop.home=" + installation.home(),
                "-cp",
                System.getProperty("java.class.path"),
                CloudShop.class.getName(),
                "up"));
        line.addAll(options);
        return new Command(line, installation.root(), installation.supervisorLog());
    }

    private static boolean isAlive(Process process) {
        try {
            return !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
