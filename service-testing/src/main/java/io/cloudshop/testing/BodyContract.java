package io.cloudshop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How every service answers a body that it cannot read: with a problem, soon, and ready for the next one. */
public abstract class BodyContract {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static HttpClient http;

    @TestHTTPResource
    URL service;

    /** An address that reads JSON by POST. */
    protected abstract String path();

    /** What a request has besides its body, new for each. */
    protected abstract Map<String, String> headers();

    /** A body that is taken, new for each request. */
    protected abstract GoodBody good();

    @BeforeAll
    static void connect() {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(SOON)
                .build();
    }

    @AfterAll
    static void disconnect() {
        http.close();
    }

    @Test
    void a_hostile_body_gets_a_problem_and_the_next_one_is_served() {
        SoftAssertions softly = new SoftAssertions();
        for (HostileBody body : HostileBody.spoiling(good())) {
            softly.assertThatCode(() -> isRefused(body, answerTo(body)))
                    .as(body.what())
                    .doesNotThrowAnyException();
            softly.assertThatCode(this::aGoodBodyIsTaken)
                    .as("after " + body.what())
                    .doesNotThrowAnyException();
        }
        softly.assertAll();
    }

    @Test
    void a_body_that_is_not_coded_may_say_so() throws Exception {
        byte[] good = good().json().getBytes(StandardCharsets.UTF_8);

        assertThat(send(good, Map.of("Content-Type", "application/json", "Content-Encoding", "identity"))
                        .statusCode())
                .isBetween(200, 299);
    }

    private HttpResponse<String> answerTo(HostileBody body) throws IOException, InterruptedException {
        return send(body.bytes(), body.headers());
    }

    private HttpResponse<String> send(byte[] body, Map<String, String> more) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        EdgeContract.uri(service).resolve(path()))
                .timeout(SOON)
                .POST(BodyPublishers.ofByteArray(body));
        headers().forEach(request::header);
        more.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private void aGoodBodyIsTaken() throws IOException, InterruptedException {
        byte[] good = good().json().getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = send(good, Map.of("Content-Type", "application/json"));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private void isRefused(HostileBody body, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(body.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("type")).isEqualTo("https://cloudshop.example/problems/" + body.problem());
        assertThat(problem.getInteger("status")).isEqualTo(body.status());
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(URI.create(problem.getString("instance")).getPath()).isEqualTo(path());
        assertThat(answer.body())
                .hasSizeLessThan(2_000)
                .doesNotContain("Exception", "[Source", "line: ")
                .doesNotContainPattern("(java|javax|jakarta|com|org|io)\\.[a-z]+\\.");
    }
}
