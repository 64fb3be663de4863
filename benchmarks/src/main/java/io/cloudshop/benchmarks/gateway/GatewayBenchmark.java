package io.cloudshop.benchmarks.gateway;

import io.cloudshop.benchmarks.load.H2load;
import io.cloudshop.benchmarks.load.Load;
import io.cloudshop.benchmarks.service.Caller;
import io.cloudshop.stores.process.Binaries;
import io.cloudshop.stores.process.Memory;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunningProgram;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.redis.RedisServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much of nginx' throughput the gateway has before the same service, what it adds to an answer's time, its memory. */
@Command(
        name = "gateway",
        description = {
            "Compares the gateway with nginx before the same service, which always gives the same product, 1.3 kB.",
            "bare: as it is without a limit; full: with a token, the shared limit and the access log;",
            "traced: full, and one request in twenty is recorded and sent to a collector.",
            "Needs nginx and h2load. Client, proxies and service share this machine: only ratios of one run mean something."
        })
public final class GatewayBenchmark implements Callable<Integer> {

    private static final int ANSWER_BYTES = 1300;
    private static final String PATH = "/api/v1/products/0198c7a0-0000-7000-8000-000000000000";
    private static final Duration START = Duration.ofMinutes(1);
    private static final double MIB = 1024 * 1024;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "How often all are measured in turn: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "How long each time: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds of load before, each: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--connections", defaultValue = "32", description = "Of the client: ${DEFAULT-VALUE}")
    private int connections;

    @Option(names = "--other", description = "Another checkout, packaged: its gateway, full, is measured, too.")
    private Path other;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Path root = Path.of(System.getProperty("cloudshop.root", "."));
    private final Deque<RunningProgram> running = new ArrayDeque<>();

    @Override
    public Integer call() throws IOException {
        H2load client = new H2load();
        Path folder = Files.createTempDirectory("cloudshop-bench");
        try {
            List<Contender> contenders = start(folder);
            PrintWriter out = spec.commandLine().getOut();
            contenders.forEach(contender -> client.run(contender.load().lasting(Duration.ofSeconds(warmUp))));
            for (int round = 1; round <= rounds; round++) {
                out.println(round(client, contenders, round));
                out.flush();
            }
            contenders.forEach(contender -> out.print(memory(contender)));
            out.flush();
            return 0;
        } finally {
            running.forEach(RunningProgram::close);
            Binaries.delete(folder);
        }
    }

    /** The service itself, nginx, and the gateway with more and more, in this order. */
    private List<Contender> start(Path folder) {
        Caller customer = Caller.withNewKey("customer");
        int upstream = Ports.free();
        int redis = Ports.free();
        int nginx = Ports.free();
        run(Nginx.upstream(folder, upstream, "x".repeat(ANSWER_BYTES), customer.keySet()));
        run(new RedisServer(Sandbox.at(folder.resolve("redis")), redis, false, folder.resolve("redis.log")));
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender("service, direct", load(upstream, List.of()), null));
        contenders.add(new Contender("nginx", load(nginx, List.of()), run(Nginx.proxy(folder, nginx, upstream))));
        for (Equipment equipment : Equipment.values()) {
            String name = "gateway, " + equipment.name().toLowerCase(Locale.ROOT);
            contenders.add(gateway(name, root, folder, upstream, redis, equipment, customer));
        }
        if (other != null) {
            contenders.add(gateway("other, full", other, folder, upstream, redis, Equipment.FULL, customer));
        }
        return contenders;
    }

    private Contender gateway(
            String name, Path checkout, Path folder, int upstream, int redis, Equipment equipment, Caller customer) {
        int port = Ports.free();
        RunningProgram gateway = run(GatewayProgram.of(checkout, folder, port, upstream, redis, equipment));
        List<String> headers =
                equipment.includes(Equipment.FULL) ? List.of("Authorization: Bearer " + customer.token()) : List.of();
        return new Contender(name, load(port, headers), gateway);
    }

    private RunningProgram run(Program program) {
        RunningProgram started = RunningProgram.start(program, START);
        running.push(started);
        return started;
    }

    private Load load(int port, List<String> headers) {
        return new Load("http://127.0.0.1:" + port + PATH, headers, connections, Duration.ofSeconds(seconds));
    }

    private static Round round(H2load client, List<Contender> contenders, int number) {
        Round round = new Round(number);
        for (Contender contender : contenders) {
            Duration before = contender.processorTime();
            round.throughput(contender, client.run(contender.load()));
            round.processorTime(contender, contender.processorTime().minus(before));
        }
        double half = round.slowest() / 2;
        contenders.forEach(contender -> round.atHalfLoad(contender, client.run(contender.load(), half)));
        return round;
    }

    private static String memory(Contender contender) {
        return contender.process() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s: %.0f MiB of memory after the load%n",
                        contender.name(),
                        Memory.residentBytes(contender.process().process().pid()) / MIB);
    }
}
