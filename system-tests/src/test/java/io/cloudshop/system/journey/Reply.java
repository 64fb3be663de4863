package io.cloudshop.system.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What came back over HTTP. */
record Reply(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    /** The value of a header, or an empty text. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + this, e);
        }
    }

    /** The elements of an array in the body. */
    Stream<JsonNode> items(String pointer) {
        return StreamSupport.stream(json().at(pointer).spliterator(), false);
    }

    @Override
    public String toString() {
        return "%s %s: %d %s".formatted(response.request().method(), response.uri(), status(), body());
    }
}
