package io.cloudshop.localstack.process;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** A program did not come up; the message ends with the last lines of its log, each with the program's name. */
public final class StartFailed extends RuntimeException {

    private static final int LINES = 30;

    public StartFailed(String program, String reason, Path log) {
        super(program + " " + reason + "; the end of " + log + ":\n" + tail(program, log));
    }

    private static String tail(String program, Path log) {
        return LogTail.of(log, LINES).stream()
                .map(line -> program + " | " + line)
                .collect(Collectors.joining("\n"));
    }
}
