package io.cloudshop.stores.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps a log file within bounds: one older part beside it, no more. */
public final class LogFile {

    private static final long LARGEST = 20L * 1024 * 1024;

    private LogFile() {}

    /**
     * Moves the content aside when it has grown too large. The file itself stays, since the writer holds it open; it
     * appends, so it goes on at the new end. Lines written between the two steps are lost.
     */
    public static void bound(Path log) {
        bound(log, LARGEST);
    }

    static void bound(Path log, long largest) {
        try {
            if (Files.exists(log) && Files.size(log) > largest) {
                Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                    file.setLength(0);
                }
            }
        } catch (IOException e) {
            // A log that cannot be shortened now is shortened later.
        }
    }
}
