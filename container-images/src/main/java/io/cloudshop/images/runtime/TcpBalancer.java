package io.cloudshop.images.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a Kubernetes Service is, for Compose: one address for however many replicas there are. Each connection goes to the
 * next address that the name has at that moment, or to the one after it when nobody answers there.
 */
public final class TcpBalancer {

    private static final int CONNECT_MILLIS = 1_000;

    private final String host;
    private final int port;
    private final AtomicInteger turn = new AtomicInteger();

    TcpBalancer(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** @param arguments the port to listen on, and the name and port of the replicas */
    public static void main(String[] arguments) throws IOException {
        TcpBalancer balancer = new TcpBalancer(arguments[1], Integer.parseInt(arguments[2]));
        try (ServerSocket server = new ServerSocket(Integer.parseInt(arguments[0]))) {
            balancer.serve(server);
        }
    }

    /** Serves until the socket is closed. */
    void serve(ServerSocket server) throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            Thread.startVirtualThread(() -> join(client));
        }
    }

    private void join(Socket client) {
        try (client;
                Socket replica = connect()) {
            client.setTcpNoDelay(true);
            replica.setTcpNoDelay(true);
            Thread answers = Thread.startVirtualThread(() -> pipe(replica, client));
            pipe(client, replica);
            answers.join();
        } catch (IOException e) {
            // The client sees a closed connection, as it would without us.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        InetAddress[] replicas = InetAddress.getAllByName(host);
        IOException last = null;
        for (int attempt = 0; attempt < replicas.length; attempt++) {
            Socket socket = new Socket();
            try {
                InetAddress next = replicas[Math.floorMod(turn.getAndIncrement(), replicas.length)];
                socket.connect(new InetSocketAddress(next, port), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    /** Copies until one side ends, and passes the end on. */
    private static void pipe(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }
}
