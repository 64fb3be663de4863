package io.cloudshop.defaults.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Asks auth-service for its key set, without a thread that waits for the answer. Thread-safe. */
final class KeySetSource {

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final HttpRequest request;

    KeySetSource(String authUrl) {
        this.request = HttpRequest.newBuilder(URI.create(authUrl + "/.well-known/jwks.json"))
                .timeout(TIMEOUT)
                .build();
    }

    /** The keys, or what went wrong, after {@link #TIMEOUT} at most. */
    CompletableFuture<List<JsonWebKey>> fetch() {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(KeySetSource::keysOf)
                // The request's own timeout ends with the head of the answer.
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<JsonWebKey> keysOf(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new CompletionException(new IOException("auth-service answered " + answer.statusCode()));
        }
        try {
            return List.copyOf(new JsonWebKeySet(answer.body()).getJsonWebKeys());
        } catch (JoseException noKeySet) {
            throw new CompletionException(new IOException("auth-service answered no key set", noKeySet));
        }
    }
}
