package io.cloudshop.benchmarks.catalogue;

import io.cloudshop.benchmarks.load.Answers;
import io.cloudshop.benchmarks.load.H2load;
import io.cloudshop.benchmarks.load.Load;
import io.cloudshop.benchmarks.load.NothingMeasuredException;
import io.cloudshop.stores.process.Binaries;
import io.cloudshop.stores.process.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast a catalogue of some size comes, is indexed and is read. */
@Command(
        name = "catalogue",
        description = {
            "Imports generated products into the packaged products-api with stores of its own, makes the search index anew,",
            "and reads: by id, lists, deep pages, search. Needs h2load. Client, service and stores share this machine."
        })
public final class CatalogueBenchmark implements Callable<Integer> {

    /** Where so many connections ask too much, a quarter of them is tried. */
    private static final int FEWER = 4;

    private static final double MIB = 1024 * 1024;

    @Option(names = "--rows", defaultValue = "1000", description = "How many products: ${DEFAULT-VALUE}")
    private int rows;

    @Option(names = "--seed", defaultValue = "42", description = "Another one makes other products: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--seconds", defaultValue = "8", description = "How long each read is measured: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "8", description = "Seconds of load before, each: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--connections", defaultValue = "16", description = "Of the client: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--discard-changes",
            description = {
                "Do not wait until the search index has followed the import, which takes half an hour at a million products:",
                "drop the changes that it has not taken yet. The rebuild that comes next needs none of them."
            })
    private boolean isDiscarding;

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
        H2load load = new H2load();
        Path folder = Files.createTempDirectory("cloudshop-bench");
        try (BenchedCatalogue catalogue = new BenchedCatalogue(root, folder)) {
            CatalogueClient client = new CatalogueClient(catalogue);
            ProductGenerator products = new ProductGenerator(seed);
            fill(catalogue, client, products);
            read(load, new Reads(catalogue, client, products, rows).all());
            return 0;
        } finally {
            for (String store : List.of("postgresql", "redis", "opensearch")) {
                Sandbox.remove(folder.resolve(store));
            }
            Binaries.delete(folder);
        }
    }

    private void fill(BenchedCatalogue catalogue, CatalogueClient client, ProductGenerator products) {
        CatalogueDatabase database = catalogue.database();
        double imported = seconds(() -> client.importAll(products, rows));
        double indexed = seconds(() -> finishIndexing(database));
        database.vacuum();
        double rebuilt = seconds(client::rebuild);
        print("| %d products, seed %d | |%n|---|---|%n", rows, seed);
        print("| import | %.1f s, %.0f a second |%n", imported, rows / imported);
        print(
                "| until %s | %.1f s more |%n",
                isDiscarding ? "the changes for the search index were discarded" : "the search index had followed",
                indexed);
        print("| rebuild of the search index | %.1f s |%n", rebuilt);
        print(
                "| database | %.0f MiB, of which indexes of products %.0f |%n",
                database.bytes() / MIB, database.indexBytes() / MIB);
        print(
                "| search index | %s |%n%n",
                client.get(catalogue.searchEngine("/_cat/indices/product-read?h=store.size"))
                        .strip());
    }

    private void read(H2load load, Map<String, List<String>> reads) {
        print("| | connections | requests/s | p50 ms | p99 ms |%n|---|---|---|---|---|%n");
        reads.forEach((name, urls) -> {
            int clients = connections;
            while (clients > 0 && !isMeasured(load, name, urls, clients)) {
                clients /= FEWER;
            }
        });
    }

    /** False where it is more than the service can do, and says so: nobody's time is then the time of an answer. */
    private boolean isMeasured(H2load load, String name, List<String> urls, int clients) {
        Load requests = new Load(urls, List.of(), clients, Duration.ofSeconds(seconds));
        try {
            load.run(requests.lasting(Duration.ofSeconds(warmUp)));
            Answers answers = load.run(requests);
            print(
                    "| %s | %d | %.0f | %.2f | %.2f |%n",
                    name, clients, answers.perSecond(), answers.p50(), answers.p99());
            return true;
        } catch (NothingMeasuredException refused) {
            print("| %s | %d | %s | | |%n", name, clients, refused.getMessage());
            return false;
        }
    }

    private void finishIndexing(CatalogueDatabase database) {
        if (isDiscarding) {
            database.discardPending();
        }
        while (database.pending() > 0) {
            CatalogueClient.pause();
        }
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void print(String pattern, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(String.format(Locale.ROOT, pattern, values));
        out.flush();
    }
}
