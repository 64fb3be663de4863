package io.cloudshop.system.containers;

import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Memory and processor time of the containers of {@link Compose}, as the engine counts them. */
final class Consumption {

    private static final long MEBIBYTE = 1 << 20;

    /** By service, in bytes: the working set, without files that could be dropped. */
    private final Map<String, Long> atRest = new TreeMap<>();

    private final Map<String, Long> most = new HashMap<>();
    private final Map<String, Long> secondsBefore = new HashMap<>();
    private final Map<String, Long> secondsAfter = new HashMap<>();
    private Duration watched = Duration.ZERO;

    /** Looks once, before the load. */
    void sample() {
        atRest.putAll(memory());
    }

    /** Looks again and again for that long. */
    void watchFor(Duration duration) {
        long begin = System.nanoTime();
        secondsBefore.putAll(processorSeconds());
        while (System.nanoTime() - begin < duration.toNanos()) {
            memory().forEach((service, bytes) -> most.merge(service, bytes, Math::max));
        }
        secondsAfter.putAll(processorSeconds());
        watched = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The largest working set that was seen, in bytes. */
    long mostMemory(String service) {
        return most.get(service);
    }

    /** A row a service, for the page of numbers. */
    String table(Map<String, Long> served) {
        long requests = served.values().stream().mapToLong(Long::longValue).sum();
        String head = """
                %d requests in %d s: %s

                | | memory at rest, MiB | most under load, MiB | CPU, seconds | CPU, mean of one core |
                |---|---|---|---|---|
                """.formatted(requests, watched.toSeconds(), new TreeMap<>(served));
        return head
                + atRest.keySet().stream()
                        .map(service -> {
                            long seconds = secondsAfter.get(service) - secondsBefore.get(service);
                            return "| %s | %d | %d | %d | %.2f |%n"
                                    .formatted(
                                            service,
                                            atRest.get(service) / MEBIBYTE,
                                            most.get(service) / MEBIBYTE,
                                            seconds,
                                            (double) seconds / watched.toSeconds());
                        })
                        .collect(Collectors.joining());
    }

    private static Map<String, Long> memory() {
        return Docker.docker("stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}")
                .lines()
                .filter(line -> line.startsWith(Compose.PROJECT))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(column -> service(column[0]), column -> bytes(column[1].replace("B", ""))));
    }

    /** 128.3Mi, as Kubernetes writes it too. */
    private static long bytes(String quantity) {
        return Quantity.getAmountInBytes(new Quantity(quantity)).longValue();
    }

    private static Map<String, Long> processorSeconds() {
        List<String> containers = Docker.docker(
                        "ps",
                        "--filter",
                        "label=com.docker.compose.project=" + Compose.PROJECT,
                        "--format",
                        "{{.Names}}")
                .lines()
                .toList();
        return containers.stream().collect(Collectors.toMap(Consumption::service, container -> Docker.docker(
                        "top", container, "-eo", "pid,cputimes")
                .lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
                .sum()));
    }

    private static String service(String container) {
        return container.replace(Compose.PROJECT + "-", "").replaceAll("-\\d+$", "");
    }
}
