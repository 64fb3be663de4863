package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunAs;
import java.nio.file.Path;
import java.util.List;

/** Runs a {@link FakeServer}. */
record FakeProgram(String name, int port, Path directory) implements Program {

    Path diary() {
        return directory.resolve("diary");
    }

    Path replacement() {
        return directory.resolve(name + ".pid");
    }

    @Override
    public boolean isReplaced() {
        return new Replacement(replacement()).isRunning();
    }

    @Override
    public Path log() {
        return directory.resolve(name + ".log");
    }

    @Override
    public Process start() {
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                FakeServer.class.getName(),
                name,
                String.valueOf(port),
                diary().toString());
        return Processes.start(new Command(line, directory, log()), RunAs.PLAIN);
    }

    @Override
    public boolean answers() {
        return port != 0 && HttpProbe.isOk(port, "/");
    }
}
