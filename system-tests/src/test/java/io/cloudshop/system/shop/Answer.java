package io.cloudshop.system.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What came back over HTTP. */
public record Answer(int status, String body, boolean isReplay) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON (" + status + "): " + body, e);
        }
    }

    /** The last part of the problem's type. */
    public String problem() {
        String type = json().path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** A final word: whatever the same request says from now on, it is this. */
    public boolean isDecided() {
        return status < 500 && !(status == 409 && "request-in-progress".equals(problem()));
    }
}
