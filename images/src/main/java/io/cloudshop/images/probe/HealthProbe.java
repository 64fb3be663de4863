package io.cloudshop.images.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the service in the same container whether it is ready: exit code 0 if the answer is 200, 1 otherwise. The images
 * have neither a shell nor curl. Few classes, because every question starts a JVM.
 */
public final class HealthProbe {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int DEFAULT_PORT = 9000;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final byte[] REQUEST =
            "GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String OK = "HTTP/1.x 200";

    private HealthProbe() {}

    /** @param arguments the management port, 9000 unless given */
    public static void main(String[] arguments) {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_PORT;
        System.exit(isReady(port) ? 0 : 1);
    }

    static boolean isReady(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(REQUEST);
            return isOk(socket.getInputStream());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOk(InputStream answer) throws IOException {
        String status = new String(answer.readNBytes(OK.length()), StandardCharsets.US_ASCII);
        return status.startsWith("HTTP/1.") && status.endsWith(" 200");
    }
}
