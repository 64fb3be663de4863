package io.cloudshop.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The shop of {@code docker-compose.yml}, under a project name of its own; its two ports are the real ones. */
final class Compose {

    static final List<String> SERVICES =
            List.of("auth-service", "products-api", "orders-api", "api-gateway", "frontend");

    static final String PROJECT = "cloudshop-it";
    private static final String OWNED = "label=com.docker.compose.project=" + PROJECT;

    private Compose() {}

    static String compose(String... arguments) {
        List<String> line = new ArrayList<>(List.of("docker", "compose", "--project-name", PROJECT));
        line.addAll(List.of(arguments));
        return Docker.run(line);
    }

    /** Starts what does not run, and returns when all of it is healthy: Compose itself says so. */
    static void up(String... arguments) {
        compose(Stream.concat(Stream.of("up", "--detach", "--wait", "--no-build"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    /** The same, with a file that changes some of it. */
    static void upWith(Path changes, String... arguments) {
        compose(Stream.concat(
                        Stream.of(
                                "--file",
                                "docker-compose.yml",
                                "--file",
                                changes.toString(),
                                "up",
                                "--detach",
                                "--wait",
                                "--no-build"),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    static void awaitHealthy(String service) {
        await(service + " is healthy").atMost(Duration.ofMinutes(5)).until(() -> containers(service).stream()
                .map(container -> Docker.docker("inspect", "--format", "{{.State.Health.Status}}", container))
                .allMatch("healthy"::equals));
    }

    /** The containers of a service, first replica first. */
    static List<String> containers(String service) {
        return compose("ps", "--all", "--format", "{{.Name}}", service)
                .lines()
                .sorted()
                .toList();
    }

    static String inspect(String service, String format) {
        return Docker.docker("inspect", "--format", format, containers(service).getFirst());
    }

    /** Kills the program behind the engine's back: a {@code docker kill} would count as an order to stop. */
    static void crash(String container) {
        String pid = Docker.docker("inspect", "--format", "{{.State.Pid}}", container);
        Docker.docker(
                "run",
                "--rm",
                "--pid=host",
                "--user=0",
                "--entrypoint=sh",
                "postgres:17-alpine",
                "-c",
                "kill -9 " + pid);
    }

    /** Buys something with curl alone, and returns the order's number. */
    static int journey() {
        String output = Docker.run(List.of("bash", "docs/journey.sh", "http://localhost:8080"));
        assertThat(output).containsPattern("Order CS-\\d+ is CONFIRMED");
        return Integer.parseInt(output.replaceAll("(?s).*Order CS-(\\d+) is CONFIRMED.*", "$1"));
    }

    /** Containers, volumes and networks that carry the project's name. */
    static String leftovers() {
        return String.join(
                "",
                Docker.docker("ps", "--all", "--quiet", "--filter", OWNED),
                Docker.docker("volume", "ls", "--quiet", "--filter", OWNED),
                Docker.docker("network", "ls", "--quiet", "--filter", OWNED));
    }

    static void down() {
        compose("--profile", "observability", "down", "--volumes", "--remove-orphans");
    }
}
