package io.cloudshop.images.training;

import io.cloudshop.images.Services;
import io.cloudshop.images.Stage;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunningProgram;
import io.cloudshop.stores.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Command: runs the staged shop on real stores, uses it as its users do, and leaves each service's AOT cache in {@code
 * <stages>/<service>/cache/app.aot}. Arguments: the checkout, the folder of the stages, the JDK of the images, the file
 * with their JVM options.
 */
public final class TrainingRun {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    /** On its way out a JVM writes its cache, which takes longer than the run on a slow machine. */
    private static final Duration CACHE_LIMIT = Duration.ofMinutes(5);

    private static final int ROUNDS = 10;

    private final Path stages;
    private final Path java;
    private final Path options;
    private final TrainingShop shop;

    private TrainingRun(Path stages, Path java, Path options, TrainingShop shop) {
        this.stages = stages;
        this.java = java;
        this.options = options;
        this.shop = shop;
    }

    public static void main(String[] arguments) throws IOException {
        Path stages = Path.of(arguments[1]).toAbsolutePath();
        Path java = Path.of(arguments[2], "bin", "java").toAbsolutePath();
        Path logs = Files.createDirectories(stages.resolve("training"));
        Path data = Files.createTempDirectory("training");
        try {
            TrainingShop shop = new TrainingShop(Path.of(arguments[0]).toAbsolutePath(), logs, data.resolve("data"));
            new TrainingRun(stages, java, Path.of(arguments[3]), shop).run();
        } finally {
            Sandbox.remove(data);
        }
    }

    private void run() throws IOException {
        List<RunningProgram> stores = new ArrayList<>();
        List<RunningProgram> services = new ArrayList<>();
        try {
            shop.stores().forEach(store -> stores.add(start(store)));
            shop.recordings(stages, java, read(options)).forEach(recording -> services.add(start(recording)));
            WarmUp warmUp =
                    new WarmUp(shop.url("frontend"), shop.url("api-gateway"), TrainingShop.ADMIN, shop.password());
            for (int i = 0; i < ROUNDS; i++) {
                warmUp.round();
            }
        } finally {
            services.reversed().forEach(service -> end(service.process()));
            stores.forEach(RunningProgram::close);
        }
        for (String service : Services.ALL) {
            requireCache(service);
            new Stage(stages.resolve(service)).useCache(options.resolveSibling("aot.options"));
        }
    }

    private static RunningProgram start(Program program) {
        return RunningProgram.start(program, START_LIMIT);
    }

    /** Not by the program kill, which build images lack. */
    private static void end(Process service) {
        service.destroy();
        try {
            if (!service.waitFor(CACHE_LIMIT)) {
                service.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireCache(String service) {
        Path cache = stages.resolve(service).resolve("cache/app.aot");
        if (!Files.exists(cache)) {
            throw new IllegalStateException(
                    "The training run left no " + cache + ": see " + stages.resolve("training"));
        }
    }

    private static List<String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("-"))
                .toList();
    }
}
