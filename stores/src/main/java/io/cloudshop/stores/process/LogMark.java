package io.cloudshop.stores.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A place in a log, to tell what was written before from what is written after it.
 *
 * @param log the file
 * @param position its length in bytes at that moment
 */
public record LogMark(Path log, long position) {

    /** The end that the log has now; its beginning if there is no log yet. */
    public static LogMark atTheEndOf(Path log) {
        return new LogMark(log, log.toFile().length());
    }

    /** The last lines written since, at most so many; a log that was shortened since counts whole. */
    public List<String> lastLinesSince(int lines) {
        long from = log.toFile().length() < position ? 0 : position;
        return LogTail.of(log, from, lines);
    }
}
