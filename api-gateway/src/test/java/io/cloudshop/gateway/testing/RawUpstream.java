package io.cloudshop.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /** What the upstream does with a request whose head it has read; the connection is kept unless it closes it. */
    public interface Script {
        void serve(Connection connection) throws Exception;
    }

    /** A well-behaved upstream. */
    public static final Script ANSWERS =
            connection -> connection.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\norders");

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
            Connection connection = new Connection(socket);
            while (connection.readHead()) {
                script.serve(connection);
            }
        } catch (IOException cut) {
            // The gateway may cut a connection at any time; what it did is asserted on its own side.
        } catch (Exception ofTheScript) {
            throw new IllegalStateException("The test's own upstream went wrong", ofTheScript);
        }
    }

    /** One connection of the gateway to this upstream. */
    public final class Connection {

        private final Socket socket;
        private final InputStream in;
        private String head;
        private int requests;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
        }

        private boolean readHead() throws IOException {
            StringBuilder read = new StringBuilder();
            while (!read.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                read.append((char) next);
            }
            head = read.toString();
            requests++;
            heads.add(head);
            return true;
        }

        public String head() {
            return head;
        }

        /** The requests of this connection so far, the current one counted. */
        public int requests() {
            return requests;
        }

        public String read(int bytes) throws IOException {
            return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }

        /** Reads until the gateway closes the connection. */
        public void readToEnd() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        /** All that comes until the gateway closes the connection, be it by a reset. */
        public String readAll() {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try {
                in.transferTo(read);
            } catch (IOException reset) {
                // What came before counts.
            }
            return read.toString(StandardCharsets.ISO_8859_1);
        }

        public void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        public void close() throws IOException {
            socket.close();
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
