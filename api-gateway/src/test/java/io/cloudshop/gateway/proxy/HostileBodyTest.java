package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.GoodBody;
import io.cloudshop.testing.HostileBody;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a body says is the service's to judge, and that it judges is in its BodyTest: the gateway neither reads nor changes any. */
@GatewayTest
class HostileBodyTest {

    private static final GoodBody GOOD = GoodBody.of(Map.of("text", "lamp", "number", 1), "text", "number");
    private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)", Pattern.CASE_INSENSITIVE);

    @TestHTTPResource("/api/v1/orders")
    URI orders;

    private volatile String received;

    @BeforeEach
    void theUpstreamReads() {
        Upstreams.ORDERS.does(connection -> {
            Matcher length = LENGTH.matcher(connection.head());
            received = length.find() ? connection.read(Integer.parseInt(length.group(1))) : "";
            RawUpstream.ANSWERS.serve(connection);
        });
    }

    @AfterEach
    void theUpstreamAnswers() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @Test
    void a_hostile_body_reaches_the_service_as_it_came_or_not_at_all() {
        SoftAssertions softly = new SoftAssertions();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (HostileBody body : HostileBody.spoiling(GOOD)) {
                softly.assertThatCode(() -> passesUnchanged(http, body))
                        .as(body.what())
                        .doesNotThrowAnyException();
            }
        }
        softly.assertAll();
    }

    private void passesUnchanged(HttpClient http, HostileBody body) throws IOException, InterruptedException {
        received = null;
        HttpResponse<String> answer = http.send(requestWith(body), BodyHandlers.ofString());
        if (body.status() == 413) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(received).isNull();
        } else {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(received.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(body.bytes());
            String head = Upstreams.ORDERS.heads().getLast();
            body.headers().forEach((name, value) -> assertThat(head).contains(name + ": " + value + "\r\n"));
        }
    }

    private HttpRequest requestWith(HostileBody body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(orders)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + TestTokens.customer(Ids.next()))
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        body.headers().forEach(request::header);
        return request.build();
    }
}
