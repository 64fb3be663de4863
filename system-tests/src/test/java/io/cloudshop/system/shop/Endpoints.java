package io.cloudshop.system.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of a service that may be connected to, by port, in turn. Thread-safe. */
public final class Endpoints {

    private static final int CONNECT_MILLIS = 500;

    private final List<Integer> ports;
    private final boolean triesTheNext;
    private final AtomicInteger turn = new AtomicInteger();

    private Endpoints(Collection<Integer> ports, boolean triesTheNext) {
        this.ports = new CopyOnWriteArrayList<>(ports);
        this.triesTheNext = triesTheNext;
    }

    /** Whoever does not let himself be connected to is passed over. */
    static Endpoints passingOverTheDead(Collection<Integer> ports) {
        return new Endpoints(ports, true);
    }

    /** Whoever is chosen is connected to or not: kube-proxy forwards packets and does not look. */
    public static Endpoints asKubeProxy() {
        return new Endpoints(List.of(), false);
    }

    public void add(int port) {
        ports.add(port);
    }

    /** New connections go elsewhere; those that are open stay. */
    public void remove(int port) {
        ports.remove(Integer.valueOf(port));
    }

    Socket connect() throws IOException {
        IOException last = new IOException("no replica");
        int attempts = triesTheNext ? ports.size() : Math.min(1, ports.size());
        for (int attempt = 0; attempt < attempts; attempt++) {
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
