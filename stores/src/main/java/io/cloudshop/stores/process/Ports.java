package io.cloudshop.stores.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. Safe for use by several threads. */
public final class Ports {

    /** Above CloudShop's own and most other servers' ports, and below what systems choose for outgoing connections. */
    private static final int FIRST = 10_000;

    /** Where Linux' default for {@code net.ipv4.ip_local_port_range} begins; others begin higher. */
    private static final int END = 32_768;

    private static final int TRIES = 100_000;

    private Ports() {}

    /**
     * A port that nobody listens on at the moment. As long as this JVM lives it is given to nobody else, not in another JVM
     * of this user either, and where the system has its default settings, no outgoing connection and no server that lets
     * the system choose takes it meanwhile.
     *
     * @throws IllegalStateException if none is left
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, END)
                .filter(port -> isOurs(port) && isFree(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port from " + FIRST + " below " + END + " is free"));
    }

    private static boolean isOurs(int port) {
        try {
            return Given.FILE.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException givenHere) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static final class Given {

        /** Each port is a byte of it; who locks that has the port, until the system takes it back at the end of its JVM. */
        static final FileChannel FILE = open();

        private static FileChannel open() {
            Path file =
                    Path.of(System.getProperty("java.io.tmpdir"), "cloudshop-ports-" + System.getProperty("user.name"));
            try {
                return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
