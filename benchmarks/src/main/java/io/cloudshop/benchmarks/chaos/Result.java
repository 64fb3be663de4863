package io.cloudshop.benchmarks.chaos;

import java.util.List;
import java.util.Locale;

/** What an experiment showed, and what is wrong afterwards. */
record Result(Experiment experiment, List<String> problems) {

    /** Of the SLO of 99.9 % over 30 days: the seconds that the shop may be away. */
    static final double BUDGET_SECONDS = 30 * 24 * 3600 * 0.001;

    boolean isKept() {
        return problems.isEmpty()
                && !experiment.kills().isEmpty()
                && experiment.kills().stream().allMatch(Kill::isInTime);
    }

    /** How much of a month's error budget this cost, 1 for all of it. */
    double budgetSpent() {
        return experiment.record().lostSeconds() / BUDGET_SECONDS;
    }

    String summary() {
        Record record = experiment.record();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  %d requests, %d failed: availability %.2f %%, %.1f s of a month's error budget of %.0f s (%.2f %%)%n"
                        + "  %d orders, p50 %d ms, p99 %d ms, the slowest %d ms with its tries%n",
                record.requests(),
                record.failures(),
                100 * record.availability(),
                record.lostSeconds(),
                BUDGET_SECONDS,
                100 * budgetSpent(),
                experiment.orders().size(),
                record.checkout(0.5).toMillis(),
                record.checkout(0.99).toMillis(),
                record.checkout(1).toMillis()));
        experiment
                .kills()
                .forEach(kill -> text.append(String.format(
                        Locale.ROOT,
                        "  killed at %.1f s, ready again after %.1f s%s%n",
                        kill.at().toMillis() / 1e3,
                        kill.recovery().toMillis() / 1e3,
                        kill.isInTime() ? "" : ": TOO LATE")));
        problems.forEach(problem -> text.append("  WRONG: ").append(problem).append('\n'));
        return text.append(problems.isEmpty() ? "  No order is lost, none is there twice, the books agree." : "")
                .toString();
    }
}
