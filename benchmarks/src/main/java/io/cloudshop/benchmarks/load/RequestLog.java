package io.cloudshop.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What h2load writes of each request: when it began, the status, and the microseconds until the answer was complete. */
final class RequestLog {

    private static final int OK = 200;

    private RequestLog() {}

    /** @throws NothingMeasuredException if there is no answer, or one that is not a success: that would measure refusals */
    static Answers read(Path log, Duration duration) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            double[] millis = lines.mapToDouble(RequestLog::millis).sorted().toArray();
            if (millis.length == 0) {
                throw new NothingMeasuredException("Nothing was answered");
            }
            return new Answers(
                    millis.length / (double) duration.toSeconds(), percentile(millis, 50), percentile(millis, 99));
        }
    }

    private static double millis(String line) {
        String[] columns = line.split("\t");
        if (Integer.parseInt(columns[1]) != OK) {
            throw new NothingMeasuredException("An answer had status " + columns[1]);
        }
        return Long.parseLong(columns[2]) / 1000.0;
    }

    /** The nearest rank. */
    private static double percentile(double[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}
