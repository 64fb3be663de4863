package io.cloudshop.benchmarks.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as a page of documentation, with charts that Markdown renderers draw (Mermaid). */
final class Report {

    private Report() {}

    static String of(List<Result> results, int buyers, Duration interval) {
        String head = """
                # What customers notice when a process dies

                `./cloudshop chaos pod-delete --report docs/chaos.md` wrote this page: %d customers look and buy without a break, every
                request through the gateway, while one component is killed (SIGKILL) every %d seconds; one replica of each, all on one
                machine, so that a kill is an outage of that part until its successor is ready. A customer to whom nothing or a 5xx
                came back tries the same order again, with the same `Idempotency-Key`, as the page does. A cluster has two replicas
                or more, and the component [chaos](../k8s/components/chaos) does the same there.

                | killed | kills | ready again after | requests | availability | of a month's error budget | orders | lost, twice or unsettled |
                |---|---|---|---|---|---|---|---|
                """;
        return String.format(Locale.ROOT, head, buyers, interval.toSeconds())
                + results.stream().map(Report::row).collect(Collectors.joining())
                + "\nThe error budget is that of the [objective](slo.md) of 99.9 % over 30 days, "
                + Math.round(Result.BUDGET_SECONDS)
                + " seconds. Good answers in percent, second by second:\n"
                + results.stream().map(Report::chart).collect(Collectors.joining());
    }

    private static String row(Result result) {
        Experiment experiment = result.experiment();
        Record record = experiment.record();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %d | %.2f %% | %.1f s, %.2f %% | %d | %s |%n",
                experiment.component(),
                experiment.kills().size(),
                experiment.kills().stream()
                        .map(kill -> String.format(
                                Locale.ROOT, "%.1f s", kill.recovery().toMillis() / 1e3))
                        .collect(Collectors.joining(", ")),
                record.requests(),
                100 * record.availability(),
                record.lostSeconds(),
                100 * result.budgetSpent(),
                experiment.orders().size(),
                result.problems().isEmpty() ? "none" : String.join("; ", result.problems()));
    }

    private static String chart(Result result) {
        List<Integer> percents = result.experiment().record().percentBySecond();
        return """

                ```mermaid
                xychart-beta
                  title "%s"
                  x-axis "seconds" 0 --> %d
                  y-axis "good answers, %%" 0 --> 100
                  line %s
                ```
                """.replace("%s\"", result.experiment().component() + "\"")
                .replace("%d", String.valueOf(percents.size()))
                .replace("%%", "%")
                .replace("%s", percents.toString());
    }
}
