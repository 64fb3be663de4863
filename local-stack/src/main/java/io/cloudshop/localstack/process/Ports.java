package io.cloudshop.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on at the moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
}
