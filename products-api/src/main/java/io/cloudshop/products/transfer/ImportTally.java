package io.cloudshop.products.transfer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts along with an import. Belongs to one thread. */
final class ImportTally {

    private static final int MOST_REPORTED = 1_000;
    private static final int LONGEST_MESSAGE = 300;

    private final MeterRegistry metrics;
    private final String dryRun;
    private final List<Rejection> reported = new ArrayList<>();

    private long created;
    private long updated;
    private long unchanged;
    private long rejected;

    /** @param metrics show how far an import is, while it runs */
    ImportTally(MeterRegistry metrics, boolean dryRun) {
        this.metrics = metrics;
        this.dryRun = Boolean.toString(dryRun);
    }

    void reject(long line, String message) {
        rejected++;
        count("rejected", 1);
        if (reported.size() < MOST_REPORTED) {
            // Some messages repeat what the line says.
            reported.add(new Rejection(line, shortened(message)));
        }
    }

    void add(BatchResult batch) {
        created += batch.created();
        updated += batch.updated();
        unchanged += batch.unchanged();
        count("created", batch.created());
        count("updated", batch.updated());
        batch.rejected().forEach(rejection -> reject(rejection.line(), rejection.message()));
    }

    ImportReport report() {
        return new ImportReport(
                created,
                updated,
                unchanged,
                rejected,
                reported.stream()
                        .sorted(Comparator.comparingLong(Rejection::line))
                        .toList());
    }

    private void count(String outcome, long lines) {
        metrics.counter("cloudshop.import.lines", "outcome", outcome, "dry_run", dryRun)
                .increment(lines);
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE / 2)) + "…";
    }
}
