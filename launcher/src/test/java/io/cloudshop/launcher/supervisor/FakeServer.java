package io.cloudshop.launcher.supervisor;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A service of nothing: answers 200, and writes its name into a diary when it is started and asked to end. */
final class FakeServer {

    private FakeServer() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        int port = Integer.parseInt(arguments[1]);
        Path diary = Path.of(arguments[2]);
        if (port == 0) {
            System.out.println("no port, no service");
            System.exit(3);
        }
        note(diary, "start " + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note(diary, "stop " + name)));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void note(Path diary, String line) {
        try {
            Files.writeString(diary, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
