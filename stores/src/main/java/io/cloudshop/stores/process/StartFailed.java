package io.cloudshop.stores.process;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A program did not come up; the message ends with the last lines that it wrote into its log since it was started, each
 * with the program's name.
 */
public final class StartFailed extends RuntimeException {

    private static final int LINES = 30;

    /** The mark is where the log ended before the start. */
    public StartFailed(String program, String reason, LogMark start) {
        super(program + " " + reason + "; " + said(program, start));
    }

    private static String said(String program, LogMark start) {
        List<String> lines = start.lastLinesSince(LINES);
        if (lines.isEmpty()) {
            return "it wrote nothing into " + start.log();
        }
        return lines.stream()
                .map(line -> program + " | " + line)
                .collect(Collectors.joining("\n", "the end of " + start.log() + ":\n", ""));
    }
}
