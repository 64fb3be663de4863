package io.cloudshop.benchmarks.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An administrator at work: imports, rebuilds, looks. */
final class CatalogueClient {

    /** Less than the 32 MiB of an import. */
    private static final int LINES_AT_ONCE = 25_000;

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BenchedCatalogue catalogue;

    CatalogueClient(BenchedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All of the products, some thousands a call. */
    void importAll(ProductGenerator products, int rows) {
        for (int from = 0; from < rows; from += LINES_AT_ONCE) {
            int number = Math.min(LINES_AT_ONCE, rows - from);
            String file =
                    products.products(from, number).map(GeneratedProduct::json).collect(Collectors.joining());
            String report =
                    send("/api/v1/products/import", request -> request.header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(file, StandardCharsets.UTF_8)));
            if (!report.contains("\"created\":" + number)) {
                throw new IllegalStateException("The import went wrong: " + report);
            }
        }
    }

    /** Waits for one that was begun by the service itself first: it does so where much of the index is missing. */
    void rebuild() {
        HttpResponse<String> begun =
                exchange(request("/api/v1/search-index/rebuild").POST(BodyPublishers.noBody()));
        String job = begun.headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getPath())
                .orElseThrow(() -> new IllegalStateException("No rebuild: " + begun.body()));
        String status;
        do {
            pause();
            status = member(send(job, HttpRequest.Builder::GET), "status");
        } while (status.equals("RUNNING"));
        if (!status.equals("COMPLETED")) {
            throw new IllegalStateException("The rebuild ended as " + status);
        }
    }

    /** Addresses of pages behind one another; fewer where the list ends, or has no cursors. */
    List<String> pagesBehindOneAnother(String list, int number) {
        List<String> pages = new ArrayList<>();
        String next = member(get(catalogue.url(list)), "next");
        while (next != null && pages.size() < number) {
            String page = catalogue.url(list + "&after=" + next);
            pages.add(page);
            next = member(get(page), "next");
        }
        return pages;
    }

    boolean isThere(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(catalogue.url(path)))).statusCode() == 200;
    }

    String get(String url) {
        return exchange(HttpRequest.newBuilder(URI.create(url))).body();
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private String send(String path, UnaryOperator<HttpRequest.Builder> call) {
        HttpResponse<String> answer = exchange(call.apply(request(path)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(catalogue.url(path)))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + catalogue.adminToken());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("products-api does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String member(String json, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return member.find() ? member.group(1) : null;
    }
}
