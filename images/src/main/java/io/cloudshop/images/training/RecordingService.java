package io.cloudshop.images.training;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunAs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A packaged service that records what it loads; when it ends, its JVM writes the AOT cache. It records no profiles: with
 * them the second compiler begins at once, with what a start runs once.
 *
 * @param options the JVM options of the images, without that for the cache
 * @param cache the file that will be written
 */
record RecordingService(
        String name,
        Path java,
        Path app,
        Path cache,
        List<String> options,
        Path log,
        int managementPort,
        Map<String, String> environment)
        implements Program {

    @Override
    public Process start() {
        List<String> line = Stream.of(
                        Stream.of(java.toString()),
                        options.stream(),
                        Stream.of(
                                "-XX:AOTCacheOutput=" + cache,
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:-AOTRecordTraining",
                                "-XX:-AOTAdapterCaching",
                                "-jar",
                                app.resolve("quarkus-run.jar").toString()))
                .flatMap(words -> words)
                .toList();
        return Processes.start(new Command(line, app, log).withEnvironment(environment), RunAs.PLAIN);
    }

    /** Without the environment: passwords are in it. */
    @Override
    public String toString() {
        return "RecordingService[name=" + name + "]";
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(managementPort, "/health/ready");
    }
}
