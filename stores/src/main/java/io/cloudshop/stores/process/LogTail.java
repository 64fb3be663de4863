package io.cloudshop.stores.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {

    private static final int LONGEST_LINE = 2_000;

    private LogTail() {}

    /** The last lines of a file, none if it is not there. */
    public static List<String> of(Path log, int lines) {
        return of(log, 0, lines);
    }

    /** The last lines of what follows a position in bytes. */
    static List<String> of(Path log, long from, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(from, file.length() - (long) lines * LONGEST_LINE);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
