package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.StackState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Prints one line for each component when it becomes ready, until everything is stopped again. */
final class StartProgress {

    private final Console console;
    private final long startedAt = System.nanoTime();
    private final Set<String> shown = new HashSet<>();
    private boolean isStopping;

    StartProgress(Console console) {
        this.console = console;
    }

    /** Shows what is new. A start that failed is told by who waits for it. */
    synchronized void show(StackState state) {
        switch (state.phase()) {
            case STARTING, RUNNING -> showReady(state);
            case STOPPING -> showStopping(state);
            case STOPPED, FAILED -> {}
        }
    }

    private void showReady(StackState state) {
        for (ComponentState component : state.components()) {
            if (component.answers() && shown.add(component.name())) {
                console.print(String.format(
                        Locale.ROOT,
                        "  %s %-12s ready after %6s   port %d",
                        console.green("✓"),
                        component.name(),
                        Console.seconds(elapsed()),
                        component.port()));
            }
        }
    }

    private void showStopping(StackState state) {
        if (!isStopping && state.reason() == null) {
            isStopping = true;
            console.print("Stopping...");
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
