package io.cloudshop.system.shop;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Jvm;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunAs;
import io.cloudshop.stores.process.RunningProgram;
import io.cloudshop.stores.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** One replica of a service, from its packaged jar, in a JVM of its own. */
record ServiceProcess(
        String name,
        Path jar,
        Path aotCache,
        List<String> options,
        Path log,
        int port,
        int managementPort,
        Map<String, String> environment)
        implements Program {

    /** Quick starts for a test of some minutes. */
    static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    /**
     * The same on a machine that speaks Turkish and writes Arabic digits: code that leaves the language to the machine
     * fails there. The tests themselves cannot speak it, since their HTTP client is such code.
     */
    static final List<String> TURKISH_OPTIONS = Stream.concat(
                    OPTIONS.stream(),
                    Stream.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.extensions=u-nu-arab"))
            .toList();

    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(2);
    /** One at a time, with a lock on a file for other JVMs: two replicas need one cache, and a machine has few cores. */
    private static final Lock TRAINING = new ReentrantLock();

    /**
     * Starts and ends the service once to record what it loads (JEP 514). A test class starts a service thirty times;
     * with the cache that takes 2 s instead of 5.
     */
    void trainUnlessDone() {
        if (aotCache == null) {
            return;
        }
        TRAINING.lock();
        try (FileChannel file = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock otherJvms = file.lock()) {
            if (!isTrained()) {
                train();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TRAINING.unlock();
        }
    }

    private Path lock() throws IOException {
        return Files.createDirectories(aotCache.getParent()).resolve("training.lock");
    }

    private void train() {
        RunningProgram training = RunningProgram.start(new Training(this), TRAINING_LIMIT);
        Processes.stop(training.process().toHandle(), Signal.TERM, TRAINING_LIMIT.toMillis());
        if (!isTrained()) {
            throw new IllegalStateException("The training of " + name + " left no " + aotCache + ", see " + log);
        }
    }

    private boolean isTrained() {
        try {
            return Files.exists(aotCache)
                    && Files.getLastModifiedTime(aotCache).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Process start() {
        return start(aotCache == null ? "-XX:AOTMode=off" : "-XX:AOTCache=" + aotCache, options, environment);
    }

    private Process start(String aotOption, List<String> options, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of(Jvm.executable().toString()));
        line.addAll(Jvm.LOCALE);
        line.addAll(options);
        line.addAll(List.of(
                aotOption,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-jar",
                jar.toString()));
        return Processes.start(new Command(line, jar.getParent(), log).withEnvironment(environment), RunAs.PLAIN);
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(managementPort, "/health/ready");
    }

    private record Training(ServiceProcess service) implements Program {

        @Override
        public String name() {
            return service.name();
        }

        @Override
        public Path log() {
            return service.log();
        }

        @Override
        public Process start() {
            // Nobody routes to it.
            Map<String, String> environment = new HashMap<>(service.environment());
            environment.put("QUARKUS_SHUTDOWN_DELAY", "0");
            return service.start("-XX:AOTCacheOutput=" + service.aotCache(), OPTIONS, environment);
        }

        @Override
        public boolean answers() {
            return service.answers();
        }
    }
}
