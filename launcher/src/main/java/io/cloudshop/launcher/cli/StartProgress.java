package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.ComponentState;
import io.cloudshop.launcher.supervisor.StackState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Prints one line for each component when it becomes ready. */
final class StartProgress {

    private final Console console;
    private final long startedAt = System.nanoTime();
    private final Set<String> shown = new HashSet<>();

    StartProgress(Console console) {
        this.console = console;
    }

    synchronized void show(StackState state) {
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

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
