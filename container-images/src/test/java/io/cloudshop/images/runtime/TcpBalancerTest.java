package io.cloudshop.images.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TcpBalancerTest {

    @Test
    void what_one_side_says_the_other_hears() throws IOException {
        try (ServerSocket replica = listening();
                ServerSocket entrance = listening()) {
            serve(replica, TcpBalancerTest::echo);
            serve(entrance, new TcpBalancer("127.0.0.1", replica.getLocalPort())::serve);

            assertThat(say("good morning", entrance.getLocalPort())).isEqualTo("good morning");
        }
    }

    @Test
    void where_nobody_answers_the_connection_is_closed() throws IOException {
        int nobody;
        try (ServerSocket closed = listening()) {
            nobody = closed.getLocalPort();
        }
        try (ServerSocket entrance = listening()) {
            serve(entrance, new TcpBalancer("127.0.0.1", nobody)::serve);

            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), entrance.getLocalPort())) {
                socket.setSoTimeout(5_000);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    private interface Serving {
        void serve(ServerSocket socket) throws IOException;
    }

    private static void serve(ServerSocket socket, Serving serving) {
        Thread.startVirtualThread(() -> {
            try {
                serving.serve(socket);
            } catch (IOException e) {
                // The test is over.
            }
        });
    }

    private static void echo(ServerSocket replica) throws IOException {
        try (Socket socket = replica.accept()) {
            InputStream in = socket.getInputStream();
            in.transferTo(socket.getOutputStream());
        }
    }

    private static String say(String text, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }
}
