package io.cloudshop.benchmarks.gateway;

import io.cloudshop.benchmarks.load.Answers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What all gave, measured one after another: a table in Markdown. */
final class Round {

    private static final String NGINX = "nginx";
    private static final String DIRECT = "service, direct";

    private final int number;
    private final Map<String, Answers> throughput = new LinkedHashMap<>();
    private final Map<String, Answers> halfLoad = new LinkedHashMap<>();
    private final Map<String, Double> processorTime = new LinkedHashMap<>();

    Round(int number) {
        this.number = number;
    }

    void throughput(Contender contender, Answers answers) {
        throughput.put(contender.name(), answers);
    }

    /** What its process took of the processors for that. */
    void processorTime(Contender contender, Duration taken) {
        Answers answers = throughput.get(contender.name());
        double requests = answers.perSecond() * contender.load().duration().toSeconds();
        processorTime.put(contender.name(), taken.toNanos() / 1_000 / requests);
    }

    void atHalfLoad(Contender contender, Answers answers) {
        halfLoad.put(contender.name(), answers);
    }

    /** Answers a second of the slowest. */
    double slowest() {
        return throughput.values().stream()
                .mapToDouble(Answers::perSecond)
                .min()
                .orElseThrow();
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """
                | round %d | requests/s | of nginx | processor, µs a request | p50 ms | p99 ms | p99 ms at %.0f/s | above direct |
                |---|---|---|---|---|---|---|---|
                """, number, slowest() / 2));
        throughput.forEach((name, answers) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.0f | %.2f | %.2f | %.2f | %.2f |%n",
                name,
                answers.perSecond(),
                answers.perSecond() / throughput.get(NGINX).perSecond(),
                processorTime.get(name),
                answers.p50(),
                answers.p99(),
                halfLoad.get(name).p99(),
                halfLoad.get(name).p99() - halfLoad.get(DIRECT).p99())));
        return table.toString();
    }
}
