package io.cloudshop.localstack.process;

import java.nio.file.Path;
import java.util.List;

/** A program did not come up; the message ends with the last lines of its log. */
public final class StartFailed extends RuntimeException {

    public StartFailed(String reason, Path log) {
        super(reason + "; the end of " + log + ":\n" + indented(LogTail.of(log, 30)));
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty() ? "  (empty)" : "  " + String.join("\n  ", lines);
    }
}
