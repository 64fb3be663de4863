package io.cloudshop.benchmarks.service;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Jvm;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunAs;
import io.cloudshop.stores.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A service as it was packaged, with the JVM options of its image and the memory of its pod. */
public final class PackagedService implements Program {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path OPTIONS = Path.of("images", "runtime", "java.options");

    private final Path root;
    private final Path folder;
    private final String name;
    private final int memory;
    private final int port;
    private final int managementPort = Ports.free();
    private final Map<String, String> environment;

    /**
     * @param root of the checkout
     * @param folder for its log
     * @param memory of its pod in Kubernetes, MiB
     * @param settings as environment variables
     */
    public PackagedService(Path root, Path folder, String name, int memory, int port, Map<String, String> settings) {
        this.root = root;
        this.folder = folder;
        this.name = name;
        this.memory = memory;
        this.port = port;
        this.environment = new TreeMap<>(settings);
        environment.putAll(Map.of(
                "QUARKUS_PROFILE", "local",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return folder.resolve(name + "-" + port + ".log");
    }

    public int managementPort() {
        return managementPort;
    }

    @Override
    public Process start() {
        Path jar = root.resolve(name).resolve(JAR);
        List<String> line = Stream.of(
                        Stream.of(Jvm.executable().toString(), "-XX:MaxRAM=" + memory + "m"),
                        options().filter(option -> !option.startsWith("-Djava.security.properties")),
                        Stream.of("-jar", jar.toString()))
                .flatMap(words -> words)
                .toList();
        return Processes.start(
                new Command(line, folder, log()).dyingWith(Signal.TERM).withEnvironment(environment), RunAs.PLAIN);
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(managementPort, "/health/ready");
    }

    private Stream<String> options() {
        try {
            return Files.readAllLines(root.resolve(OPTIONS)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
