package io.cloudshop.gateway.limit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/** A TCP connection to a peer whose answers can be made to come late. */
final class DelayedLine {

    private static final String HOST = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx();
    private final NetServer server;

    private volatile long delayMillis;

    DelayedLine(int target) {
        server = vertx.createNetServer()
                .connectHandler(client -> connect(client, target))
                .listen(0, HOST)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    /** From now on, for each answer. */
    void delay(long millis) {
        delayMillis = millis;
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void connect(NetSocket client, int target) {
        client.pause();
        vertx.createNetClient()
                .connect(target, HOST)
                .onSuccess(peer -> {
                    peer.handler(answer -> later(client, answer));
                    peer.closeHandler(gone -> client.close());
                    client.closeHandler(gone -> peer.close());
                    client.handler(peer::write);
                    client.resume();
                })
                .onFailure(refused -> client.close());
    }

    private void later(NetSocket client, Buffer answer) {
        if (delayMillis == 0) {
            client.write(answer);
        } else {
            vertx.setTimer(delayMillis, due -> client.write(answer));
        }
    }
}
