package io.cloudshop.stores.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program with its arguments.
 *
 * @param line the executable and its arguments
 * @param environment variables set on top of the inherited ones
 * @param directory the working directory
 * @param log the file to which standard output and standard error are appended
 * @param deathSignal what the kernel sends when the starting process dies, so that nothing is orphaned
 */
public record Command(
        List<String> line, Map<String, String> environment, Path directory, Path log, Signal deathSignal) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> line, Path directory, Path log) {
        this(line, Map.of(), directory, log, Signal.KILL);
    }

    /** Without the environment: passwords are in it. */
    @Override
    public String toString() {
        return "Command[line=" + line + ", directory=" + directory + "]";
    }

    public Command dyingWith(Signal signal) {
        return new Command(line, environment, directory, log, signal);
    }

    public Command withEnvironment(Map<String, String> variables) {
        return new Command(line, variables, directory, log, deathSignal);
    }
}
