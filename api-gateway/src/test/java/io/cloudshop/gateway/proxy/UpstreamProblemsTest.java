package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class UpstreamProblemsTest {

    @Test
    void a_connection_that_does_not_come_about_in_time_is_a_timeout() {
        assertThat(UpstreamProblems.of(new ConnectTimeoutException()).type().status())
                .isEqualTo(504);
        assertThat(UpstreamProblems.of(new ConnectException("refused")).type().status())
                .isEqualTo(503);
    }

    @Test
    void only_a_connection_that_was_there_can_have_been_dropped() {
        assertThat(UpstreamProblems.isDroppedConnection(new HttpClosedException("closed")))
                .isTrue();
        assertThat(UpstreamProblems.isDroppedConnection(new SocketException("reset")))
                .isTrue();
        assertThat(UpstreamProblems.isDroppedConnection(new ConnectException("refused")))
                .isFalse();
        assertThat(UpstreamProblems.isDroppedConnection(new IllegalStateException()))
                .isFalse();
    }
}
