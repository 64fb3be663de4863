package io.cloudshop.stores.testing;

import io.cloudshop.stores.process.Binaries;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunningProgram;
import io.cloudshop.stores.process.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A store that lives as long as the test JVM: Quarkus starts and stops its test resources with every change of
 * profile, and loads their classes anew, but a store need not go with them.
 */
final class TestStore {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Path BASE = Path.of("target", "stores").toAbsolutePath();

    private TestStore() {}

    /** The configuration of the store with that name, which is started if this JVM has none. */
    static Map<String, String> once(String name, Supplier<Map<String, String>> start) {
        // System properties are the one map that all class loaders share; whoever reads them all counts on text.
        synchronized (System.getProperties()) {
            String key = "cloudshop.stores." + name;
            if (System.getProperty(key) == null) {
                System.setProperty(key, write(start.get()));
            }
            return read(System.getProperty(key));
        }
    }

    private static String write(Map<String, String> configuration) {
        return configuration.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String text) {
        return text.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
    }

    /** Starts a program in a fresh directory under {@code target/}; both go when the JVM goes. */
    static void start(String name, BiFunction<Sandbox, Path, Program> program) {
        try {
            Path log = Files.createDirectories(BASE).resolve(name + ".log");
            Files.deleteIfExists(log);
            Path wanted = BASE.resolve(name);
            if (Files.isSymbolicLink(wanted)) {
                Files.delete(wanted);
            }
            Binaries.delete(wanted);
            Sandbox sandbox = Sandbox.at(wanted);
            RunningProgram running = RunningProgram.start(program.apply(sandbox, log), START_LIMIT);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running, sandbox, wanted)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(RunningProgram running, Sandbox sandbox, Path wanted) {
        running.close();
        Binaries.delete(sandbox.directory());
        try {
            Files.deleteIfExists(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
