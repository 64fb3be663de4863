package io.cloudshop.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.OpenRequests;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class CompressionTest {

    private static final String JSON = "{\"items\": [" + "{\"name\": \"lamp\"},".repeat(5_000) + "{}]}";
    private static final String TOKEN = "Bearer " + TestTokens.customer(Ids.next());

    private static final UUID ME = Ids.next();

    @TestHTTPResource("/api/v1/orders/7")
    URI order;

    @Inject
    OpenRequests requests;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void everyRequestIsDone() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip;q=0.5", "*", "GZIP"})
    void json_is_sent_as_gzip_to_whoever_takes_it(String accepted) throws Exception {
        answersWith("Content-Type: application/json; charset=utf-8", JSON);

        HttpResponse<byte[]> answer = get(accepted);

        assertThat(unpacked(answer.body())).isEqualTo(JSON);
        assertThat(answer.body()).hasSizeLessThan(JSON.length() / 10);
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br", "*;q=0", "*, gzip;q=0"})
    void whoever_does_not_take_it_gets_it_as_it_is_and_caches_know_why(String accepted) throws Exception {
        answersWith("Content-Type: application/json", JSON);

        HttpResponse<byte[]> answer = get(accepted);

        thenIsAsItWas(answer, JSON);
        assertThat(answer.headers().allValues("Vary")).contains("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json\r\nETag: \"7\"",
                "Content-Type: application/json\r\nCache-Control: public, no-transform",
                "Content-Type: text/csv",
                "Content-Type: application/x-ndjson",
                "X-Nothing: 1"
            })
    void what_must_not_change_or_is_not_json_stays_as_it_is(String headers) throws Exception {
        answersWith(headers, JSON);

        HttpResponse<byte[]> answer = get("gzip");

        thenIsAsItWas(answer, JSON);
        assertThat(answer.headers().allValues("Vary")).doesNotContain("accept-encoding");
    }

    @Test
    void a_weak_tag_stands_for_the_compressed_answer_too() throws Exception {
        answersWith("Content-Type: application/json\r\nETag: W/\"7\"", JSON);

        HttpResponse<byte[]> answer = get("gzip");

        assertThat(unpacked(answer.body())).isEqualTo(JSON);
        assertThat(answer.headers().firstValue("ETag")).contains("W/\"7\"");
    }

    @Test
    void what_is_encoded_already_is_not_encoded_again() throws Exception {
        answersWith("Content-Type: application/json\r\nContent-Encoding: br", JSON);

        HttpResponse<byte[]> answer = get("gzip, br");

        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("br");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(JSON);
    }

    @Test
    void a_small_answer_is_not_worth_it() throws Exception {
        answersWith("Content-Type: application/json", "{}");

        thenIsAsItWas(get("gzip"), "{}");
    }

    @Test
    void the_answer_to_head_tells_the_length_of_the_plain_one() throws Exception {
        Upstreams.ORDERS.does(connection ->
                connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4242\r\n\r\n"));

        HttpResponse<byte[]> answer = client.send(request("gzip").HEAD().build(), BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Length")).contains("4242");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void a_compressed_stream_streams() throws Exception {
        CountDownLatch firstHasArrived = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            connection.write("7\r\n[\"one\",\r\n");
            assertThat(firstHasArrived.await(900, TimeUnit.MILLISECONDS)).isTrue();
            connection.write("6\r\n\"two\"]\r\n0\r\n\r\n");
        });

        HttpResponse<InputStream> answer = client.send(request("gzip").build(), BodyHandlers.ofInputStream());

        try (InputStream body = new GZIPInputStream(answer.body(), 1)) {
            assertThat(new String(body.readNBytes(7), StandardCharsets.UTF_8)).isEqualTo("[\"one\",");
            firstHasArrived.countDown();
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("\"two\"]");
        }
    }

    @Test
    void events_are_not_compressed() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            connection.write("b\r\ndata: one\n\n\r\n0\r\n\r\n");
        });

        HttpResponse<byte[]> answer = get("gzip");

        thenIsAsItWas(answer, "data: one\n\n");
    }

    @Test
    void an_answer_that_breaks_off_is_not_taken_for_a_whole_one() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n[\"half\"");
            // A reset overtakes what the gateway has not read yet.
            TimeUnit.MILLISECONDS.sleep(100);
            connection.reset();
        });

        assertThatThrownBy(() -> get("gzip")).isInstanceOf(IOException.class);
    }

    @Test
    void answers_with_tokens_are_as_long_as_they_are() throws Exception {
        Upstreams.AUTH.stubFor(WireMock.get("/api/v1/auth/me").withId(ME).willReturn(WireMock.okJson(JSON)));

        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(order.resolve("/api/v1/auth/me"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        Upstreams.AUTH.removeStub(ME);

        thenIsAsItWas(answer, JSON);
    }

    private static void thenIsAsItWas(HttpResponse<byte[]> answer, String body) {
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    private static void answersWith(String headers, String body) {
        Upstreams.ORDERS.does(connection -> connection.write(
                "HTTP/1.1 200 OK\r\n" + headers + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
    }

    private HttpResponse<byte[]> get(String accepted) throws IOException, InterruptedException {
        return client.send(request(accepted).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String accepted) {
        return HttpRequest.newBuilder(order).header("Authorization", TOKEN).header("Accept-Encoding", accepted);
    }

    private static String unpacked(byte[] body) throws IOException {
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
