package io.cloudshop.system.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of a service that may be connected to, by port, in turn; as kube-proxy knows them. Thread-safe. */
public final class Endpoints {

    private static final int CONNECT_MILLIS = 500;

    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();

    public Endpoints(Collection<Integer> ports) {
        this.ports = new CopyOnWriteArrayList<>(ports);
    }

    public void add(int port) {
        ports.add(port);
    }

    /** New connections go elsewhere; those that are open stay. */
    public void remove(int port) {
        ports.remove(Integer.valueOf(port));
    }

    /** The next replica that lets itself be connected to. */
    Socket connect() throws IOException {
        IOException last = new IOException("no replica");
        for (int attempt = 0; attempt < ports.size(); attempt++) {
            int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return socket;
            } catch (IOException down) {
                socket.close();
                last = down;
            }
        }
        throw last;
    }
}
