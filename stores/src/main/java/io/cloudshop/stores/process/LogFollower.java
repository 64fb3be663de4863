package io.cloudshop.stores.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what is added to a log file from now on, complete lines only. Not thread-safe. */
public final class LogFollower {

    private static final int LARGEST_STEP = 1024 * 1024;

    private final Path file;
    private long position;

    public LogFollower(Path file) {
        this.file = file;
        this.position = size();
    }

    /** The lines added since the last call. */
    public List<String> newLines() {
        long size = size();
        if (size < position) {
            // The log was moved aside.
            position = 0;
        }
        if (size == position) {
            return List.of();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] added = new byte[(int) Math.min(size - position, LARGEST_STEP)];
            in.seek(position);
            in.readFully(added);
            int complete = lengthOfCompleteLines(added);
            position += complete;
            return new String(added, 0, complete, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static int lengthOfCompleteLines(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        // A line longer than a step is shown in pieces.
        return length == 0 && bytes.length == LARGEST_STEP ? bytes.length : length;
    }
}
