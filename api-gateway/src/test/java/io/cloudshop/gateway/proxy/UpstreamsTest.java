package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.gateway.routing.Access;
import io.cloudshop.gateway.routing.Destination;
import io.cloudshop.gateway.routing.Route;
import io.cloudshop.gateway.testing.GatewayTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@GatewayTest
class UpstreamsTest {

    private static final Route ROUTE =
            new Route(null, null, Destination.PRODUCTS, Access.ANYONE, 0, Duration.ofSeconds(5), false, null);

    @Inject
    Vertx vertx;

    @Inject
    Upstreams upstreams;

    @Test
    void a_request_goes_on_over_a_connection_of_its_own_event_loop() throws Exception {
        List<Boolean> own = new ArrayList<>();

        for (int i = 0; i < 6; i++) {
            own.add(onNextEventLoop().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
        }

        assertThat(own).hasSize(6).containsOnly(true);
    }

    private Future<Boolean> onNextEventLoop() {
        return Future.future(
                answer -> ((VertxInternal) vertx).createEventLoopContext().runOnContext(run -> upstreams
                        .request(ROUTE)
                        .compose(request ->
                                request.send().compose(HttpClientResponse::body).map(body -> isOwn(request)))
                        .onComplete(answer)));
    }

    private static boolean isOwn(HttpClientRequest request) {
        return ((ConnectionBase) request.connection()).channel().eventLoop().inEventLoop();
    }
}
