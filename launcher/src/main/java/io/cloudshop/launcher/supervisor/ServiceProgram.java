package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Jvm;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunAs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Quarkus service in a JVM of its own, from its packaged jar. */
final class ServiceProgram implements Program {

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx256m",
            // One person's traffic: a quick start is worth more than a fast server.
            "-XX:TieredStopAtLevel=1",
            // A fifth of a start is the verification of classes that a compiler on this machine has just written.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto");

    private final String name;
    private final Path jar;
    private final Path log;
    private final int managementPort;
    private final Map<String, String> environment;
    private final Replacement replacement;

    ServiceProgram(
            String name,
            Path jar,
            Path log,
            int managementPort,
            Map<String, String> environment,
            Replacement replacement) {
        this.name = name;
        this.jar = jar;
        this.log = log;
        this.managementPort = managementPort;
        this.environment = environment;
        this.replacement = replacement;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar)) {
            throw new IllegalStateException("there is no " + jar + ": build it with `mvn package`");
        }
    }

    @Override
    public Process start() {
        List<String> line = Stream.of(
                        Stream.of(Jvm.executable().toString()),
                        Jvm.LOCALE.stream(),
                        JVM_OPTIONS.stream(),
                        Stream.of("-jar", jar.toString()))
                .flatMap(words -> words)
                .toList();
        Command command = new Command(line, jar.getParent(), log).withEnvironment(environment);
        return Processes.start(command, RunAs.PLAIN);
    }

    @Override
    public boolean isReplaced() {
        return replacement.isRunning();
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(managementPort, "/health/ready");
    }
}
