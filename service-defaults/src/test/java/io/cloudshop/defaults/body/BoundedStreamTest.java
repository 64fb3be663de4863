package io.cloudshop.defaults.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {

    @Test
    void a_client_that_hangs_up_has_sent_a_malformed_request() {
        assertThat(failureOf(breaking("Connection was closed")).type()).isEqualTo(CommonProblems.MALFORMED);
    }

    @Test
    void a_body_that_is_too_slow_is_told_that_and_its_connection_ends() {
        DomainException failure = failureOf(breaking("Read timed out"));

        assertThat(failure.type()).isEqualTo(CommonProblems.REQUEST_TIMEOUT);
        assertThat(failure.headers()).containsEntry("Connection", "close");
    }

    @Test
    void a_body_may_have_as_many_bytes_as_it_may_have() throws IOException {
        assertThat(bounded(new ByteArrayInputStream(new byte[3])).readAllBytes())
                .hasSize(3);

        assertThat(failureOf(new ByteArrayInputStream(new byte[4])).type()).isEqualTo(CommonProblems.TOO_LARGE);
    }

    @Test
    void bytes_that_are_read_one_by_one_count_too() throws IOException {
        BoundedStream body = bounded(new ByteArrayInputStream(new byte[4]));
        for (int i = 0; i < 3; i++) {
            assertThat(body.read()).isZero();
        }

        assertThatThrownBy(body::read).isSameAs(body.failure()).isInstanceOf(DomainException.class);
        assertThat(body.failure().type()).isEqualTo(CommonProblems.TOO_LARGE);
        assertThatThrownBy(() -> bounded(breaking("Connection was closed")).read())
                .isInstanceOf(DomainException.class);
        assertThat(bounded(InputStream.nullInputStream()).read()).isEqualTo(-1);
    }

    private static DomainException failureOf(InputStream body) {
        BoundedStream stream = bounded(body);
        DomainException thrown = catchThrowableOfType(DomainException.class, stream::readAllBytes);
        assertThat(stream.failure()).isNotNull().isSameAs(thrown);
        return thrown;
    }

    private static BoundedStream bounded(InputStream body) {
        return new BoundedStream(body, 3, () -> new DomainException(CommonProblems.TOO_LARGE, "too large"));
    }

    private static InputStream breaking(String message) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(message);
            }
        };
    }
}
