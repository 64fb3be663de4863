package io.cloudshop.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.system.shop.Api;
import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many products as an import may have, in and out and in again, by a service that could not hold a fraction of them. */
@Tag("own-shop")
class LargeCatalogueIT {

    private static final Logger LOG = Logger.getLogger(LargeCatalogueIT.class);
    private static final int PRODUCTS = 100_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Site site;
    private static String products;
    private static String token;

    @BeforeAll
    static void start() {
        site = new Site("large-catalogue");
        Node auth = site.add("auth-service", "auth");
        site.tell("CLOUDSHOP_AUTH_URL", "http://127.0.0.1:" + auth.port());
        products =
                "http://127.0.0.1:" + site.addWithHeap("products-api", "128m").port() + "/api/v1/products/";
        site.start();
        token = new Api(List.of(auth.port()), null)
                .post(
                        "/api/v1/auth/login",
                        Map.of("email", "admin@cloudshop.local", "password", "admin-password-local"),
                        Map.of())
                .json()
                .get("accessToken")
                .asText();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void a_hundred_thousand_products_come_in_go_out_and_come_in_again() throws Exception {
        JsonNode first = imported(BodyPublishers.ofByteArrays(() -> lines().iterator()));
        Path exported = export();
        JsonNode second = imported(BodyPublishers.ofFile(exported));

        assertThat(first.get("created").asInt()).isEqualTo(PRODUCTS);
        try (Stream<String> lines = Files.lines(exported)) {
            assertThat(lines).hasSize(PRODUCTS);
        }
        assertThat(second.get("unchanged").asInt()).isEqualTo(PRODUCTS);
    }

    private static Stream<byte[]> lines() {
        return IntStream.range(0, PRODUCTS).mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"sku\": \"LRG-%06d\", \"name\": \"Lamp of the series %d in colour %d\", \"description\": \"%s\","
                                + " \"category\": \"Series %d\", \"price\": {\"amount\": \"%d.90\", \"currency\": \"EUR\"},"
                                + " \"stock\": %d}\n",
                        i,
                        i / 50,
                        i % 50,
                        "Stands where a lamp is wanted, and shines. ".repeat(2),
                        i % 40,
                        i % 500,
                        i % 100)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode imported(BodyPublisher file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = HTTP.send(
                request("import")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(file)
                        .build(),
                BodyHandlers.ofString());
        told("imported", start);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Path export() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path file = site.folder().resolve("export.ndjson");
        HttpResponse<Path> answer = HTTP.send(request("export").build(), BodyHandlers.ofFile(file));
        told("exported", start);
        assertThat(answer.statusCode()).isEqualTo(200);
        return file;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(products + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private static void told(String what, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.infof("%d products %s in %.1f s, %.0f/s", PRODUCTS, what, seconds, PRODUCTS / seconds);
    }
}
