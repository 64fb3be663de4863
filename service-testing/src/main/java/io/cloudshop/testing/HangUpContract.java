package io.cloudshop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A client that hangs up, sends too much or is too slow is no error of the service's: neither in the log nor in the metrics. */
public abstract class HangUpContract {

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String BIG_CHUNK = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    private static final int MORE_THAN_A_MEBIBYTE = 17;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    /** The request line and the headers of a call that reads its body, without what frames it, as lines. */
    protected abstract List<String> heads();

    @TestFactory
    Stream<DynamicTest> a_client_that_hangs_up_in_the_middle_of_a_body_is_no_error_of_ours() {
        return heads().stream()
                .flatMap(head -> Stream.of(
                        head + "Content-Length: 1000\r\n\r\n{\"a",
                        head + CHUNKED + "3\r\n{\"a\r\n",
                        head + CHUNKED + "3e8\r\n{\"a",
                        head + CHUNKED + BIG_CHUNK.repeat(MORE_THAN_A_MEBIBYTE)))
                .map(request -> DynamicTest.dynamicTest(request.substring(0, Math.min(200, request.length())), () -> {
                    isNoErrorOfOurs(request, RawClient::close);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_chunked_body_that_is_too_large_is_no_error_of_ours() {
        return heads().stream()
                .map(head -> DynamicTest.dynamicTest(head, () -> {
                    // Whoever has read the whole body by the time of the answer has no reason to close.
                    String framing = "Connection: close\r\n" + CHUNKED;
                    String request = head + framing + BIG_CHUNK.repeat(MORE_THAN_A_MEBIBYTE) + "0\r\n\r\n";
                    isNoErrorOfOurs(request, client -> assertThat(client.readToEnd())
                            .startsWith("HTTP/1.1 413 ")
                            .contains("/problems/too-large"));
                }));
    }

    @Test
    void a_body_whose_chunks_are_broken_is_no_error_of_ours() throws Exception {
        isNoErrorOfOurs(
                heads().getFirst() + CHUNKED + "2\r\nhello\r\n0\r\n\r\n", client -> assertThat(client.readToEnd())
                        .startsWith("HTTP/1.1 400 ")
                        .contains("/problems/malformed"));
    }

    private interface Ending {
        void of(RawClient client) throws IOException;
    }

    private void isNoErrorOfOurs(String request, Ending ending) throws Exception {
        List<String> errorsBefore = serverErrors();
        double before = requests();
        try (LogRecords logs = LogRecords.watch();
                RawClient client = RawClient.connect()) {
            client.write(request);
            ending.of(client);
            client.close();

            await().atMost(Duration.ofSeconds(20)).until(() -> requests() > before);
            // Whoever reads the body hears of it after the metrics do.
            await().during(Duration.ofMillis(500)).until(() -> true);

            assertThat(logs.all())
                    .filteredOn(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                    .extracting(line -> line.getLoggerName() + ": " + line.getMessage())
                    .isEmpty();
            assertThat(serverErrors()).isEqualTo(errorsBefore);
        }
    }

    private double requests() {
        return counts().mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private List<String> serverErrors() {
        return counts().filter(line -> line.contains("SERVER_ERROR") || line.contains("status=\"5"))
                .sorted()
                .toList();
    }

    private Stream<String> counts() {
        try (InputStream page = metrics.openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> line.startsWith("http_server_requests_seconds_count")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
