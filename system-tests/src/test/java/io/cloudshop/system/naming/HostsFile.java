package io.cloudshop.system.naming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What names mean to a JVM that is started with it; the JVM reads it at each lookup that it does not remember. */
final class HostsFile {

    private final Path file;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    HostsFile(Path file) {
        this.file = file;
        addresses.put("localhost", "127.0.0.1");
        addresses.put(ownName(), "127.0.0.1");
    }

    /** The JVM option that makes it the only source of addresses. */
    String option() {
        return "-Djdk.net.hosts.file=" + file;
    }

    void set(String name, String address) {
        addresses.put(name, address);
        String text = addresses.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            // At once: a reader must not see half of it.
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "this-machine";
        }
    }
}
