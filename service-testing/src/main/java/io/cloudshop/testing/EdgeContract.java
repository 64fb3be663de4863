package io.cloudshop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How every service answers what is no request (RFC 9112), on its own port and on its management port. */
public abstract class EdgeContract {

    /** With what the edge refuses; what else a service answers is its own affair. */
    private static final Pattern REFUSED = Pattern.compile("^HTTP/1\\.1 (400|414|417|431|5\\d\\d) ");

    @TestHTTPResource
    URL service;

    @TestHTTPResource(value = "/", management = true)
    URL management;

    /** An address that answers GET. */
    protected abstract String path();

    /** What this service has on top of every answer. */
    protected void alsoHas(RefusedAnswer answer) {}

    @Test
    void what_is_no_request_gets_a_problem_and_ends_the_connection() {
        SoftAssertions softly = new SoftAssertions();
        for (HostileRequest request : HostileRequest.to(path())) {
            softly.assertThatCode(() -> {
                        RefusedAnswer answer = RefusedAnswer.to(request, uri(service));
                        answer.isTheProblemOf(request);
                        alsoHas(answer);
                    })
                    .as(request.what())
                    .doesNotThrowAnyException();
        }
        softly.assertAll();
    }

    @Test
    void the_management_port_refuses_the_same() {
        SoftAssertions softly = new SoftAssertions();
        for (HostileRequest request : HostileRequest.to("/health/live")) {
            boolean isSpokenThere = request.what().equals("the preface of HTTP/2");
            if (!isSpokenThere) {
                softly.assertThatCode(
                                () -> RefusedAnswer.to(request, uri(management)).isTheProblemOf(request))
                        .as(request.what())
                        .doesNotThrowAnyException();
            }
        }
        softly.assertAll();
    }

    @Test
    void a_refused_request_keeps_its_id() throws Exception {
        String request = "GET " + path() + "?q=% HTTP/1.1\r\nHost: shop\r\nX-Request-Id: of.the_client-7\r\n\r\n";

        assertThat(RefusedAnswer.to(request, uri(service)).head())
                .containsIgnoringCase("\r\nX-Request-Id: of.the_client-7\r\n");
    }

    @Test
    void what_comes_before_a_refused_request_is_answered_first() throws Exception {
        String good = "GET " + path() + " HTTP/1.1\r\nHost: shop\r\n\r\n";
        String bad = "GET " + path() + "?q=% HTTP/1.1\r\nHost: shop\r\n\r\n";
        try (RawClient client = RawClient.connect(uri(service))) {
            String answers = client.write(good + bad + good).readToEnd();

            assertThat(answers).doesNotStartWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 400 Bad Request");
            assertThat(answers.split("HTTP/1\\.1 ")).hasSize(3);
        }
    }

    @Test
    void the_answer_to_head_has_no_body() throws Exception {
        String request = "HEAD " + path() + "?q=% HTTP/1.1\r\nHost: shop\r\n\r\n";

        RefusedAnswer answer = RefusedAnswer.to(request, uri(service));

        assertThat(answer.head()).startsWith("HTTP/1.1 400 ").containsIgnoringCase("application/problem+json");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void the_whole_answer_arrives_at_a_client_that_is_still_sending() throws Exception {
        String head = "POST " + path() + " HTTP/1.1\r\nHost: a\r\nHost: b\r\nContent-Length: 3000000\r\n\r\n";
        try (RawClient client = RawClient.connect(uri(service))) {
            client.write(head);
            // In pieces: all at once it would be in the buffers of the system before anybody could hang up on us.
            for (int i = 0; i < 3; i++) {
                Thread.sleep(100);
                assertThatCode(() -> client.write("x".repeat(1_000_000)))
                        .as("the server still takes what comes")
                        .doesNotThrowAnyException();
            }

            RefusedAnswer.to(client).isAProblem(400, "malformed");
        }
    }

    @TestFactory
    Stream<DynamicTest> a_usual_request_passes() {
        return Stream.of(
                        "GET %s HTTP/1.1\r\nHost: shop\r\n",
                        "GET %s HTTP/1.1\r\nHost: shop:3000\r\n",
                        "GET %s HTTP/1.1\r\nHost: [::1]:3000\r\n",
                        "GET %s HTTP/1.0\r\n",
                        "GET %s?a=b%%20c&d[]=/:@!$'()*,;?~ HTTP/1.1\r\nHost: shop\r\n",
                        "HEAD %s HTTP/1.1\r\nHost: shop\r\n",
                        "OPTIONS %s HTTP/1.1\r\nHost: shop\r\n",
                        "GET %s HTTP/1.1\r\nHost: shop\r\nX-Folded: a\r\n b\r\n")
                .map(head -> DynamicTest.dynamicTest(head.strip(), () -> {
                    String request = String.format(Locale.ROOT, head, path()) + "Connection: close\r\n\r\n";
                    try (RawClient client = RawClient.connect(uri(service))) {
                        assertThat(client.write(request).readToEnd())
                                .startsWith("HTTP/1.")
                                .doesNotContainPattern(REFUSED);
                    }
                }));
    }

    static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
