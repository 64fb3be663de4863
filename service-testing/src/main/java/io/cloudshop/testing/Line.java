package io.cloudshop.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection to a peer that can be cut: connections break off and new ones are refused until it is mended. */
public final class Line {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private volatile ServerSocket door;

    public Line(int target) {
        this.target = target;
        this.door = openDoor(0);
        this.port = door.getLocalPort();
        accept(door);
    }

    public int port() {
        return port;
    }

    public synchronized void cut() {
        close(door);
        open.forEach(Line::close);
        open.clear();
    }

    public synchronized void mend() {
        if (door.isClosed()) {
            door = openDoor(port);
            accept(door);
        }
    }

    private static ServerSocket openDoor(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket entrance) {
        Thread.ofVirtual().start(() -> {
            while (!entrance.isClosed()) {
                try {
                    connect(entrance, entrance.accept());
                } catch (IOException cut) {
                    // the loop's condition says whether that was meant
                }
            }
        });
    }

    private synchronized void connect(ServerSocket entrance, Socket client) throws IOException {
        if (entrance.isClosed()) {
            client.close();
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        copy(client, server);
        copy(server, client);
    }

    private void copy(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                in.transferTo(out);
            } catch (IOException eitherSideIsGone) {
                // closing both is all there is to do
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
