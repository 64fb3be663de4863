package io.cloudshop.images.training;

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
 * Command: runs the packaged shop on real stores, uses it as its users do, and leaves for each service in {@code
 * <caches>/<service>} what an image with an AOT cache has more than one without: the cache, and the option that reads it.
 * Arguments: the checkout, the folder of the caches, the JDK of the images, the file with their JVM options.
 */
public final class TrainingRun {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    /** On its way out a JVM writes its cache, which takes longer than the run on a slow machine. */
    private static final Duration CACHE_LIMIT = Duration.ofMinutes(5);

    private static final int ROUNDS = 10;

    private final Path checkout;
    private final Path caches;
    private final Path java;
    private final Path options;
    private final TrainingShop shop;

    private TrainingRun(Path checkout, Path caches, Path java, Path options, TrainingShop shop) {
        this.checkout = checkout;
        this.caches = caches;
        this.java = java;
        this.options = options;
        this.shop = shop;
    }

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]).toAbsolutePath();
        Path caches = Path.of(arguments[1]).toAbsolutePath();
        Path java = Path.of(arguments[2], "bin", "java").toAbsolutePath();
        Path logs = Files.createDirectories(caches.resolve("training"));
        for (String service : TrainingShop.SERVICES) {
            Files.createDirectories(TrainingShop.cache(caches, service).getParent());
        }
        Path data = Files.createTempDirectory("training");
        try {
            TrainingShop shop = new TrainingShop(checkout, caches, logs, data.resolve("data"));
            new TrainingRun(checkout, caches, java, Path.of(arguments[3]), shop).run();
        } finally {
            Sandbox.remove(data);
        }
    }

    private void run() throws IOException {
        List<RunningProgram> stores = new ArrayList<>();
        List<RunningProgram> services = new ArrayList<>();
        try {
            shop.stores().forEach(store -> stores.add(start(store)));
            shop.recordings(java, read(options)).forEach(recording -> services.add(start(recording)));
            WarmUp warmUp =
                    new WarmUp(shop.url("frontend"), shop.url("api-gateway"), TrainingShop.ADMIN, shop.password());
            for (int i = 0; i < ROUNDS; i++) {
                warmUp.round();
            }
        } finally {
            services.reversed().forEach(service -> end(service.process()));
            stores.forEach(RunningProgram::close);
        }
        for (String service : TrainingShop.SERVICES) {
            requireCache(service);
            useCache(service);
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
        Path cache = TrainingShop.cache(caches, service);
        if (!Files.exists(cache)) {
            throw new IllegalStateException(
                    "The training run left no " + cache + ": see " + caches.resolve("training"));
        }
    }

    private void useCache(String service) throws IOException {
        Path inImage = Files.createDirectories(caches.resolve(service).resolve("opt/cloudshop"));
        Files.copy(checkout.resolve("images/training/aot.options"), inImage.resolve("aot.options"));
    }

    private static List<String> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("-"))
                .toList();
    }
}
