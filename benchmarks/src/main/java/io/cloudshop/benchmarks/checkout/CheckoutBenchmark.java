package io.cloudshop.benchmarks.checkout;

import io.cloudshop.benchmarks.load.Answers;
import io.cloudshop.benchmarks.shop.RunningShop;
import io.cloudshop.benchmarks.shop.Scene;
import io.cloudshop.benchmarks.shop.ShopClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many orders a second, and what one costs. */
@Command(
        name = "checkout",
        description = {
            "Orders from orders-api of the running shop, past the gateway and its limits, and prints orders a second, times,",
            "what an order costs by process, and its commits beside what pgbench gets out of the same server. Needs wrk and",
            "pgbench (apt-get install wrk postgresql-contrib). Client, services and stores share this machine."
        })
public final class CheckoutBenchmark implements Callable<Integer> {

    private static final int PRODUCTS = 200;
    private static final int MOST_BUYERS = 256;
    private static final int CLIENTS = 16;
    private static final double NANOS = 1e6;

    @Option(
            names = "--buyers",
            split = ",",
            defaultValue = "1,4,16,64",
            description = "At once, one row of the table each: ${DEFAULT-VALUE}")
    private List<Integer> buyers;

    @Option(names = "--lines", defaultValue = "1", description = "Of each order: ${DEFAULT-VALUE}")
    private int lines;

    @Option(names = "--seconds", defaultValue = "30", description = "How long each is measured: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds of load before: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Path root = Path.of(System.getProperty("cloudshop.root", "."));

    @Override
    public Integer call() throws IOException {
        requireSensible();
        RunningShop shop = new RunningShop(root);
        ShopDatabase database = ShopDatabase.of(shop.component("postgresql").port(), home());
        // Customers register through the gateway, which lets so many do so a minute: fewer than there are connections
        // do.
        Scene scene = Scene.at(
                shop.gateway(),
                Math.min(CLIENTS, buyers.stream().mapToInt(n -> n).max().getAsInt()),
                PRODUCTS);
        List<String> tokens = scene.customers().stream().map(ShopClient::token).toList();
        double yardstick = database.yardstick(CLIENTS, Duration.ofSeconds(seconds));
        String orders = "http://127.0.0.1:" + shop.component("orders-api").port();
        try (Wrk wrk = new Wrk(orders, tokens, scene.products())) {
            wrk.warmUp(CLIENTS, lines, Duration.ofSeconds(Math.max(1, warmUp)));
            print("pgbench -N, %d clients: %.0f transactions a second%n%n", CLIENTS, yardstick);
            print(
                    "| buyers | orders/s | p50 ms | p99 ms | CPU ms an order | commits an order | commits, of pgbench's |%n");
            print("|---|---|---|---|---|---|---|%n");
            for (int number : buyers) {
                measure(shop, database, wrk, number, yardstick);
            }
        }
        return 0;
    }

    private void measure(RunningShop shop, ShopDatabase database, Wrk wrk, int number, double yardstick) {
        Expenses before = Expenses.of(shop, database);
        Answers answers = wrk.run(number, lines, Duration.ofSeconds(seconds));
        Expenses spent = Expenses.of(shop, database).since(before);
        double orders = answers.perSecond() * seconds;
        print(
                "| %d | %.1f | %.1f | %.1f | %s | %.1f | %.2f |%n",
                number,
                answers.perSecond(),
                answers.p50(),
                answers.p99(),
                costs(spent.cpu(), orders),
                spent.commits() / orders,
                spent.commits() / (double) seconds / yardstick);
    }

    /** The sum, and of what it is made; what takes less than a tenth of a millisecond is not worth a word. */
    private static String costs(Map<String, Duration> cpu, double orders) {
        StringBuilder parts = new StringBuilder();
        double sum = 0;
        for (Map.Entry<String, Duration> component : cpu.entrySet()) {
            double millis = component.getValue().toNanos() / NANOS / orders;
            sum += millis;
            if (millis >= 0.1) {
                parts.append(String.format(Locale.ROOT, ", %s %.1f", component.getKey(), millis));
            }
        }
        return String.format(Locale.ROOT, "%.1f (%s)", sum, parts.length() == 0 ? "" : parts.substring(2));
    }

    private Path home() {
        String home = System.getenv("CLOUDSHOP_HOME");
        return home == null ? root.resolve(".cloudshop") : Path.of(home);
    }

    private void requireSensible() {
        boolean isOff = seconds < 1 || seconds > 120 || warmUp < 0 || warmUp > 120 || lines < 1 || lines > 100;
        if (isOff || buyers.stream().anyMatch(number -> number < 1 || number > MOST_BUYERS)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "1 to 256 buyers, 1 to 100 lines, 1 to 120 seconds: no longer than a token is good.");
        }
    }

    private void print(String pattern, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(String.format(Locale.ROOT, pattern, values));
        out.flush();
    }
}
