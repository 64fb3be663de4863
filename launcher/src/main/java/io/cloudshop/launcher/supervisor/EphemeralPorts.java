package io.cloudshop.launcher.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ports that the system gives to outgoing connections (RFC 6335 calls them dynamic). Who listens on one may find it
 * taken at the next start: a client that tries again and again to connect to it gets it for its own end one day, and then
 * is connected to itself.
 *
 * @param first the lowest of them
 * @param last  the highest of them
 */
public record EphemeralPorts(int first, int last) {

    private static final Path OF_LINUX = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** What IANA suggests, and macOS has. */
    private static final EphemeralPorts SUGGESTED = new EphemeralPorts(49_152, 65_535);

    /** Those of this system. */
    public static EphemeralPorts ofSystem() {
        // A reader's buffer: what is asked of this file byte by byte, as Files.readString begins, ends after the first.
        try (BufferedReader range = Files.newBufferedReader(OF_LINUX)) {
            return read(range.readLine());
        } catch (IOException e) {
            return SUGGESTED;
        }
    }

    /** Two numbers with space between, as Linux writes them. */
    static EphemeralPorts read(String range) {
        String[] ends = range.strip().split("\\s+");
        return new EphemeralPorts(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    /** A warning for people, if a component is to listen on one of them. */
    public Optional<String> warning(List<ComponentState> components) {
        return components.stream()
                .flatMap(component -> Stream.of(component.port(), component.managementPort()))
                .filter(Objects::nonNull)
                .filter(port -> port >= first && port <= last)
                .findFirst()
                .map(port ->
                        "Port " + port + " and others are among those that this system gives to outgoing connections ("
                                + first + " to " + last + "): a component that was killed may find its own port taken."
                                + " A smaller --port-offset avoids that.");
    }
}
