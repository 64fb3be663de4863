package io.cloudshop.auth.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A mail server (RFC 5321) that keeps what it is given, refuses recipients, or is away. */
public final class FakeMailServer implements QuarkusTestResourceLifecycleManager {

    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

    /** Vert.x' client may not listen yet when it is connected, and waits in vain for a greeting that came before. */
    private static final Duration BEFORE_THE_GREETING = Duration.ofMillis(50);

    private static final List<Socket> CLIENTS = new CopyOnWriteArrayList<>();

    private static int port;
    private static ServerSocket socket;

    @Override
    public Map<String, String> start() {
        comesUp();
        return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", String.valueOf(port));
    }

    /** Head and body of what was received for somebody. */
    static List<String> receivedFor(String email) {
        return RECEIVED.stream()
                .filter(mail -> mail.contains("To: " + email + "\n"))
                .toList();
    }

    static void comesUp() {
        try {
            socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
            port = socket.getLocalPort();
            Thread.ofVirtual().start(() -> serve(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the connections that clients keep. */
    static void goesAway() {
        try {
            socket.close();
            for (Socket client : CLIENTS) {
                client.close();
            }
            CLIENTS.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        goesAway();
    }

    private static void serve(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                CLIENTS.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)) {
            LockSupport.parkNanos(BEFORE_THE_GREETING.toNanos());
            say(out, "220 fake");
            String line;
            do {
                line = in.readLine();
                say(out, answer(line));
                if (line.equals("DATA")) {
                    RECEIVED.add(data(in));
                    say(out, "250 kept");
                }
            } while (!line.equals("QUIT"));
        } catch (IOException gone) {
            // The client has what it wanted.
        }
    }

    private static String answer(String line) throws IOException {
        if (line == null) {
            throw new EOFException("The client is gone");
        }
        if (line.equals("DATA")) {
            return "354 go on";
        }
        if (line.equals("QUIT")) {
            return "221 bye";
        }
        return line.startsWith("RCPT TO:<refused") ? "550 5.1.1 " + line.substring(8) + " is unknown here" : "250 fine";
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
