package io.cloudshop.system.shop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to a service: balances connections over its replicas, and breaks in the ways that wires break. */
public final class Wire implements AutoCloseable {

    /** How the wire is. */
    public enum Fault {
        /** As it should be. */
        NONE,
        /** Nobody listens. */
        REFUSED,
        /** Connections are cut as soon as they are made. */
        RESET,
        /** The request is taken and nothing ever comes back. */
        HANG,
        /** The work is done, and the answer never arrives. */
        ANSWER_LOST
    }

    private static final int BUFFER = 16 * 1024;

    private final Endpoints endpoints;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private volatile Fault fault = Fault.NONE;
    private volatile ServerSocket server;

    public Wire(int port, Endpoints endpoints) {
        this.port = port;
        this.endpoints = endpoints;
        listen();
    }

    public int port() {
        return port;
    }

    /** From now on, also for connections that are open. */
    public void become(Fault next) {
        if (fault == next) {
            return;
        }
        fault = next;
        closeQuietly(server);
        open.forEach(Wire::reset);
        if (next != Fault.REFUSED) {
            listen();
        }
    }

    @Override
    public void close() {
        closeQuietly(server);
        open.forEach(Wire::reset);
    }

    private void listen() {
        // The port is free only once the thread that accepted on it has let go.
        ServerSocket listening = await("port " + port + " is free")
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(10))
                .until(this::bound, Objects::nonNull);
        server = listening;
        Thread.ofVirtual().start(() -> accept(listening));
    }

    private ServerSocket bound() throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return listening;
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try {
            switch (fault) {
                case RESET, REFUSED -> reset(client);
                case HANG -> swallow(client.getInputStream());
                case NONE, ANSWER_LOST -> forward(client);
            }
        } catch (IOException broken) {
            reset(client);
        } finally {
            open.remove(client);
        }
    }

    private void forward(Socket client) throws IOException {
        try (Socket backend = endpoints.connect()) {
            open.add(backend);
            Thread.ofVirtual().start(() -> copy(client, backend));
            InputStream answers = backend.getInputStream();
            if (fault == Fault.ANSWER_LOST) {
                answers.read();
                reset(client);
            } else {
                answers.transferTo(client.getOutputStream());
                client.close();
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(to);
        }
    }

    private static void swallow(InputStream requests) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (requests.read(buffer) >= 0) {
            // taken, and never answered
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // that is what is wanted
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
