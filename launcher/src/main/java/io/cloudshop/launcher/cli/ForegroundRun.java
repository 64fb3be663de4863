package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.Component;
import io.cloudshop.launcher.supervisor.Events;
import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.InstallationLock;
import io.cloudshop.launcher.supervisor.Phase;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.Supervisor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The supervisor in this process, until a signal ends it. */
final class ForegroundRun {

    private final Installation installation;
    private final PortPlan ports;
    private final Console console;

    ForegroundRun(Installation installation, PortPlan ports, Console console) {
        this.installation = installation;
        this.ports = ports;
        this.console = console;
    }

    int start(List<Component> components) {
        Optional<InstallationLock> lock = InstallationLock.acquire(installation.lock());
        if (lock.isEmpty()) {
            console.complain("CloudShop is being started or stopped by another command.");
            return ExitCode.FAILED;
        }
        StartProgress progress = new StartProgress(console);
        Supervisor supervisor = new Supervisor(
                components,
                ports.offset(),
                state -> {
                    installation.state().write(state);
                    progress.show(state);
                },
                new Reports(console));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(supervisor), "shutdown"));
        supervisor.start();
        try {
            supervisor.awaitReady();
        } catch (RuntimeException e) {
            return failed(supervisor, e);
        }
        console.print(String.format(
                Locale.ROOT, "%nCloudShop is up after %s. Ctrl-C stops it.%n", Console.seconds(progress.elapsed())));
        console.print(Welcome.to(supervisor.state(), installation, System.getenv()));
        return untilSignal();
    }

    private int failed(Supervisor supervisor, RuntimeException failure) {
        if (supervisor.state().phase() == Phase.STOPPED) {
            // A signal came first: the shutdown hook has stopped everything and this is its echo.
            return untilSignal();
        }
        console.complain(console.red("✗ ") + failure.getMessage());
        console.complain("Everything was stopped.");
        return ExitCode.FAILED;
    }

    private void shutDown(Supervisor supervisor) {
        if (supervisor.state().phase() == Phase.FAILED) {
            return;
        }
        supervisor.close();
        console.print("CloudShop is down.");
    }

    private static int untilSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private record Reports(Console console) implements Events {

        @Override
        public void died(String component, String how, Duration delay) {
            console.print(String.format(
                    Locale.ROOT,
                    "  %s %s %s; starting it again in %s",
                    console.red("!"),
                    component,
                    how,
                    Console.seconds(delay)));
        }

        @Override
        public void standsAside(String component) {
            console.print("  ! " + component + " stands aside for ./cloudshop dev");
        }

        @Override
        public void isBack(String component, Duration after) {
            console.print(String.format(
                    Locale.ROOT, "  %s %s is back after %s", console.green("✓"), component, Console.seconds(after)));
        }
    }
}
