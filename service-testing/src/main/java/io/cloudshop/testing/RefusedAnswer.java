package io.cloudshop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** The one answer to a request that was refused, as it came over the wire before the connection ended. */
public record RefusedAnswer(String head, String body) {

    public static RefusedAnswer to(HostileRequest request, URI server) throws IOException {
        return to(request.bytes(), server);
    }

    /** Returns when the server has ended the connection, and fails if it does not. */
    public static RefusedAnswer to(String bytes, URI server) throws IOException {
        try (RawClient client = RawClient.connect(server)) {
            return to(client.write(bytes));
        }
    }

    /** The same for what this client has sent. */
    public static RefusedAnswer to(RawClient client) throws IOException {
        String answer = client.readToEnd();
        int end = answer.indexOf("\r\n\r\n");
        assertThat(end).as(answer).isPositive();
        return new RefusedAnswer(answer.substring(0, end + 2), answer.substring(end + 4));
    }

    public void isTheProblemOf(HostileRequest request) {
        isAProblem(request.status(), request.problem());
        JsonObject problem = new JsonObject(body);
        URI instance = URI.create(problem.getString("instance"));
        assertThat(instance.getRawPath()).startsWith("/");
        boolean isPlain = request.path().matches("/[a-z0-9][a-z0-9/.-]*");
        assertThat(isPlain ? request.path() : instance.getRawPath()).isEqualTo(instance.getRawPath());
    }

    public void isAProblem(int status, String type) {
        assertThat(head).startsWith("HTTP/1.1 " + status + " ");
        assertThat(head.toLowerCase(Locale.ROOT))
                .contains("\r\ncontent-type: application/problem+json\r\n")
                .contains("\r\nconnection: close\r\n")
                .contains("\r\nx-content-type-options: nosniff\r\n")
                .containsPattern("\r\nx-request-id: [a-za-z0-9._-]{1,64}\r\n");
        // One answer and nothing after it: the body is exactly one JSON object.
        JsonObject problem = new JsonObject(body);
        assertThat(problem.getString("type")).isEqualTo("https://cloudshop.example/problems/" + type);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }
}
