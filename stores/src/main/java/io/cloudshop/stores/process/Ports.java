package io.cloudshop.stores.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. Safe for use by several threads. */
public final class Ports {

    /** Above CloudShop's own and most other servers' ports, and below what systems choose for outgoing connections. */
    private static final int FIRST = 10_000;

    /** Where Linux' default for {@code net.ipv4.ip_local_port_range} begins; others begin higher. */
    private static final int END = 32_768;

    /**
     * Which half of the ports is given, 1 or 2, for test JVMs that run at the same time: they cannot know what the other
     * one has given and not yet used. All of them if it is not set.
     */
    private static final Integer HALF = Integer.getInteger("cloudshop.ports.half");

    private static final int TRIES = 100_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody listens on at the moment. It is given once in the life of this JVM, and where the system has its
     * default settings, no outgoing connection and no server that lets the system choose takes it meanwhile.
     *
     * @throws IllegalStateException if none is left
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, END)
                .filter(port -> HALF == null || port % 2 == HALF % 2)
                .filter(port -> GIVEN.add(port) && isFree(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port from " + FIRST + " below " + END + " is free"));
    }

    /** Whether a server could listen on that port. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Who listens on a port, in words for people. */
    public static String ownerOf(int port) {
        return PortOwner.of(port)
                .map(owner -> "process " + owner.pid() + " (" + describe(owner) + ")")
                .orElse("a process that this user may not see");
    }

    private static String describe(ProcessHandle process) {
        String line =
                process.info().commandLine().or(() -> process.info().command()).orElse("unknown");
        return line.length() <= 100 ? line : line.substring(0, 97) + "...";
    }
}
