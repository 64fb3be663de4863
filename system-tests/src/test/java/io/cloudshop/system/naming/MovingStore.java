package io.cloudshop.system.naming;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store behind a name whose address changes, as that of a pod does: connections are cut, the name means another
 * address, and at the old one nobody answers any more, not even with a refusal.
 */
final class MovingStore implements AutoCloseable {

    /** More connections than such a queue takes: the system drops what comes after them. */
    private static final int MORE_THAN_WAIT = 4;

    private final String name;
    private final int port;
    private final int backend;
    private final HostsFile hosts;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<AutoCloseable> silent = new ArrayList<>();

    private int moves;
    private ServerSocket server;

    MovingStore(String name, int port, int backend, HostsFile hosts) {
        this.name = name;
        this.port = port;
        this.backend = backend;
        this.hosts = hosts;
        arrive();
    }

    /** Host and port, for those who look for it. */
    String authority() {
        return name + ":" + port;
    }

    void move() {
        try {
            server.close();
            open.forEach(MovingStore::reset);
            fallSilent(address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        moves++;
        arrive();
    }

    @Override
    public void close() throws Exception {
        server.close();
        open.forEach(MovingStore::reset);
        for (AutoCloseable socket : silent) {
            socket.close();
        }
    }

    private String address() {
        return "127.0.0." + (1 + moves);
    }

    private void arrive() {
        ServerSocket arrived = bound(address(), 50);
        server = arrived;
        Thread.ofVirtual().start(() -> accept(arrived));
        hosts.set(name, address());
    }

    private void fallSilent(String address) throws IOException {
        silent.add(bound(address, 1));
        for (int i = 0; i < MORE_THAN_WAIT; i++) {
            SocketChannel waiting = SocketChannel.open();
            waiting.configureBlocking(false);
            waiting.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port));
            silent.add(waiting);
        }
    }

    /** An address is free once the thread that accepted on it has let go. */
    private ServerSocket bound(String address, int backlog) {
        return await(address + " is free")
                .ignoreExceptions()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> listening(address, backlog), Objects::nonNull);
    }

    private ServerSocket listening(String address, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port), backlog);
        return socket;
    }

    private void accept(ServerSocket arrived) {
        while (!arrived.isClosed()) {
            try {
                Socket client = arrived.accept();
                Thread.ofVirtual().start(() -> forward(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** A store that does not listen yet refuses its client, and nobody else's. */
    private void forward(Socket client) {
        try {
            open.add(client);
            Socket store = new Socket(InetAddress.getLoopbackAddress(), backend);
            open.add(store);
            Thread.ofVirtual().start(() -> copy(client, store));
            copy(store, client);
        } catch (IOException down) {
            reset(client);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException broken) {
            reset(to);
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
}
