package io.cloudshop.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client that sends exactly the bytes a test wants, which no HTTP library would. */
public final class RawClient implements Closeable {

    private final Socket socket;
    private final InputStream in;

    private RawClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(15_000);
        in = socket.getInputStream();
    }

    /** A client of the service under test. */
    public static RawClient connect() throws IOException {
        return connect(URI.create(ConfigProvider.getConfig().getValue("test.url", String.class)));
    }

    public static RawClient connect(URI server) throws IOException {
        return new RawClient(server);
    }

    /** The whole answer to a request that ends its connection. */
    public static String exchange(String request) throws IOException {
        try (RawClient client = connect()) {
            client.write(request);
            return client.readToEnd();
        }
    }

    /** The whole answer to a request without a body. */
    public static String request(String method, String target, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange(method + " " + target + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n" + more + "\r\n");
    }

    public RawClient write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Whether something came that was not read yet. */
    public boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    /** Reads up to and including the text. */
    public String readUntil(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Ended before \"" + text + "\": " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Reads what comes until the connection ends, be it by a reset. */
    public String readToEnd() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (java.net.SocketException reset) {
            // What came before counts.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
