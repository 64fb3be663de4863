package io.cloudshop.stores.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resident memory of a process and its descendants. Private pages are summed; of the pages that the processes share,
 * program files and shared memory, the largest part is counted once, or PostgreSQL's backends would each count its
 * buffers again. For a single process this is its RSS.
 */
public final class Memory {

    private static final long KIB = 1024;

    private Memory() {}

    /** Bytes, 0 if the process is gone or the system does not tell. */
    public static long residentBytes(long pid) {
        List<Resident> all = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> Resident.of(process.pid()))
                .toList();
        return all.stream().mapToLong(Resident::anonymous).sum()
                + all.stream().mapToLong(Resident::file).max().orElse(0)
                + all.stream().mapToLong(Resident::shared).max().orElse(0);
    }

    private record Resident(long anonymous, long file, long shared) {

        static Resident of(long pid) {
            try {
                List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
                return new Resident(bytes(lines, "RssAnon:"), bytes(lines, "RssFile:"), bytes(lines, "RssShmem:"));
            } catch (IOException e) {
                return new Resident(0, 0, 0);
            }
        }

        private static long bytes(List<String> lines, String field) {
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        }
    }
}
