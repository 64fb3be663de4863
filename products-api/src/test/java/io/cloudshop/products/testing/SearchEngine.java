package io.cloudshop.products.testing;

import io.cloudshop.stores.testing.OpenSearchTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** OpenSearch behind a line that a test can cut, so that the engine is away, or clog, so that it hangs. */
public class SearchEngine implements QuarkusTestResourceLifecycleManager {

    private static final String HOSTS = "quarkus.hibernate-search-orm.elasticsearch.hosts";
    private static final String CUT_AT_START = "cloudshop.test.search-engine.cut";
    private static final Set<Socket> CONNECTIONS = ConcurrentHashMap.newKeySet();

    private static InetSocketAddress engine;
    private static int port;
    private static ServerSocket line;
    private static volatile boolean clogged;
    private static volatile long delayMillis;

    @Override
    public Map<String, String> start() {
        String[] host = new OpenSearchTestResource().start().get(HOSTS).split(":");
        engine = new InetSocketAddress(host[0], Integer.parseInt(host[1]));
        restore();
        if (Boolean.getBoolean(CUT_AT_START)) {
            cut();
        }
        return Map.of(HOSTS, "127.0.0.1:" + port);
    }

    @Override
    public void stop() {
        // the line lives as long as the JVM
    }

    public static synchronized void cut() {
        closeQuietly(line);
        CONNECTIONS.forEach(SearchEngine::closeQuietly);
    }

    /** Changes settings of an index, past the line. */
    public static void putSettings(String index, String settings) {
        pastTheLine().body(settings).put("/{index}/_settings", index).then().statusCode(200);
    }

    /** What happens to the engine behind the service's back, past the line. */
    public static Response request(String method, String path, String body) {
        RequestSpecification request = pastTheLine();
        if (!body.isEmpty()) {
            request.body(body);
        }
        return request.request(method, path);
    }

    /** The names of the indexes that have a name or an alias like this. */
    public static Set<String> indexes(String pattern) {
        return request("GET", "/" + pattern + "?ignore_unavailable=true", "")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("")
                .keySet();
    }

    private static RequestSpecification pastTheLine() {
        return RestAssured.given()
                .baseUri("http://" + engine.getHostString())
                .port(engine.getPort())
                .contentType("application/json");
    }

    public static void clog() {
        clogged = true;
    }

    /** Whatever goes either way takes this long. */
    public static void slowDown(long millis) {
        delayMillis = millis;
    }

    public static synchronized void restore() {
        clogged = false;
        delayMillis = 0;
        if (line != null && !line.isClosed()) {
            return;
        }
        try {
            line = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = line.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket accepting = line;
        Thread.ofVirtual().start(() -> accept(accepting));
    }

    private static void accept(ServerSocket accepting) {
        while (!accepting.isClosed()) {
            try {
                Socket client = accepting.accept();
                Socket server = new Socket();
                CONNECTIONS.add(client);
                CONNECTIONS.add(server);
                server.connect(engine);
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            } catch (IOException e) {
                // cut
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                Thread.sleep(delayMillis);
                while (clogged) {
                    Thread.sleep(50);
                }
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException | InterruptedException e) {
            // cut
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            CONNECTIONS.remove(from);
            CONNECTIONS.remove(to);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // gone already
        }
    }
}
