package io.cloudshop.products.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.http.client.config.RequestConfig;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;

/**
 * The engine's REST API for what Hibernate Search has no words for, by the same client. A call waits for some seconds at
 * most, and is repeated when the engine has too much to do. Thread-safe.
 */
@ApplicationScoped
@Retry(maxRetries = 3, delay = 500, jitter = 250)
@ExponentialBackoff
@RetryWhen(exception = PatientWriter.IsTooMuch.class)
class Engine {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int SILENCE_MILLIS = 5_000;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private static final RequestOptions IN_TIME = RequestOptions.DEFAULT.toBuilder()
            .setRequestConfig(RequestConfig.custom()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setConnectionRequestTimeout(CONNECT_MILLIS)
                    .setSocketTimeout(SILENCE_MILLIS)
                    .build())
            .build();

    private final SearchMapping mapping;
    private final ObjectMapper json;

    Engine(SearchMapping mapping, ObjectMapper json) {
        this.mapping = mapping;
        this.json = json;
    }

    /** Empty where there is nothing of that name. */
    Optional<JsonNode> get(String path) {
        return Optional.ofNullable(call("GET", path, ""));
    }

    void put(String path, String body) {
        demand(call("PUT", path, body), path);
    }

    JsonNode post(String path, String body) {
        return demand(call("POST", path, body), path);
    }

    void delete(String path) {
        call("DELETE", path, "");
    }

    private JsonNode call(String method, String path, String body) {
        Request request = new Request(method, path);
        request.setOptions(IN_TIME);
        if (!body.isEmpty()) {
            request.setJsonEntity(body);
        }
        try {
            return read(client().performRequest(request));
        } catch (ResponseException answer) {
            return refused(answer, path);
        } catch (IOException away) {
            throw new EngineAwayException(away);
        }
    }

    private static JsonNode refused(ResponseException answer, String path) {
        int status = answer.getResponse().getStatusLine().getStatusCode();
        if (status == NOT_FOUND) {
            return null;
        }
        if (status >= SERVER_ERROR) {
            throw new EngineAwayException(answer);
        }
        throw new EngineRefusedException(
                "The search engine refuses " + path + ". Response: " + status + " " + answer.getMessage());
    }

    private JsonNode read(Response answer) throws IOException {
        try (InputStream content = answer.getEntity().getContent()) {
            return json.readTree(content);
        }
    }

    private RestClient client() {
        return mapping.backend().unwrap(ElasticsearchBackend.class).client(RestClient.class);
    }

    private static JsonNode demand(JsonNode answer, String path) {
        if (answer == null) {
            throw new EngineRefusedException("The search engine has nothing at " + path);
        }
        return answer;
    }

    /** The engine answered that it will not. */
    static final class EngineRefusedException extends RuntimeException {

        private EngineRefusedException(String answer) {
            super(answer);
        }
    }

    /** The engine did not answer. */
    static final class EngineAwayException extends RuntimeException {

        private EngineAwayException(IOException cause) {
            super("The search engine does not answer: " + cause.getMessage(), cause);
        }
    }
}
