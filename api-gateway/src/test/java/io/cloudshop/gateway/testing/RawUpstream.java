package io.cloudshop.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An upstream that speaks HTTP byte by byte, so that it can also speak it badly: hang, reset, stop half-way. */
public final class RawUpstream {

    /** What the upstream does with each connection. */
    public interface Script {
        void serve(Connection connection) throws Exception;
    }

    /** A well-behaved upstream. */
    public static final Script ANSWERS = connection -> {
        while (connection.readHead() != null) {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\norders");
        }
    };

    private final List<String> heads = new CopyOnWriteArrayList<>();

    private volatile Script script = ANSWERS;
    private volatile ServerSocket server;
    private int port;

    public void start() {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            port = server.getLocalPort();
            ServerSocket current = server;
            Thread.ofVirtual().start(() -> accept(current));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void does(Script next) {
        script = next;
        heads.clear();
    }

    /** The heads of all requests since the last {@link #does}. */
    public List<String> heads() {
        return heads;
    }

    private void accept(ServerSocket current) {
        while (!current.isClosed()) {
            try {
                Socket socket = current.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.serve(new Connection(socket));
        } catch (Exception broken) {
            // The gateway may cut a connection at any time; what it did is asserted on its own side.
        }
    }

    /** One connection of the gateway to this upstream. */
    public final class Connection {

        private final Socket socket;
        private final InputStream in;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
        }

        /** The next request's head, null at the end of the connection. */
        public String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return null;
                }
                head.append((char) next);
            }
            heads.add(head.toString());
            return head.toString();
        }

        public String read(int bytes) throws IOException {
            return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }

        /** Reads until the gateway closes the connection. */
        public void readToEnd() throws IOException {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }

        public void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
