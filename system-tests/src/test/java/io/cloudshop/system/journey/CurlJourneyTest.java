package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.system.shop.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/journey.sh says when a step goes wrong: never nothing. */
class CurlJourneyTest {

    private static final Path SCRIPT = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .map(folder -> folder.resolve("docs/journey.sh"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();

    /** Path to status and body. */
    private final Map<String, Answer> answers = new HashMap<>(Map.of(
            "/api/v1/auth/register", new Answer(201, "{}"),
            "/api/v1/auth/login", new Answer(200, "{\"accessToken\": \"t\"}"),
            "/api/v1/products", new Answer(200, "{\"items\": [{\"id\": \"lamp\"}]}"),
            "/api/v1/cart/items/lamp", new Answer(200, "{}"),
            "/api/v1/orders", new Answer(201, "{\"id\": \"7\"}"),
            "/api/v1/orders/7", new Answer(200, "{\"number\": \"CS-7\", \"status\": \"CONFIRMED\"}")));

    private HttpServer gateway;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            Answer answer = answers.get(exchange.getRequestURI().getPath());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void all_goes_well() {
        assertThat(journey()).isEqualTo(new Command.Result(0, """
                2. Log in
                3. Find a product that is in stock
                4. Put one into the cart
                5. Check out
                6. See the order
                Order CS-7 is CONFIRMED
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/auth/register   | 409 | {"title": "Conflict", "detail": "Taken."} | 1. Register .*: .* answered 409: Taken\\.
            /api/v1/auth/login      | 429 | {"title": "Too many requests"}            | 2. Log in: .* answered 429: Too many requests
            /api/v1/auth/login      | 200 | <html>                                    | 2. Log in: the answer has no accessToken; is .* CloudShop's gateway\\?
            /api/v1/products        | 200 | {"items": []}                             | 3. Find .*: the catalogue has no product in stock; start products-api with CLOUDSHOP_DEMO_CATALOGUE=true.*
            /api/v1/products        | 503 | upstream connect error                    | 3. Find .*: .* answered 503: upstream connect error
            /api/v1/cart/items/lamp | 503 | ''                                        | 4. Put .*: .* answered 503: .*
            /api/v1/orders          | 402 | {"detail": "The card was declined."}      | 5. Check out: .* answered 402: The card was declined\\.
            /api/v1/orders          | 201 | {}                                        | 5. Check out: the answer has no order's id.*
            /api/v1/orders/7        | 200 | {"number": "CS-7", "status": "PENDING"}   | 6. See the order: the order is PENDING and not CONFIRMED
            """)
    void a_step_that_fails_says_why(String path, int status, String body, String complaint) {
        answers.put(path, new Answer(status, body));

        Command.Result result = journey();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output().lines().toList().getLast()).matches("journey\\.sh: " + complaint);
    }

    @Test
    void nobody_is_there() {
        String address = "http://127.0.0.1:" + Ports.free();

        Command.Result result = run(System.getenv("PATH"), address);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains("journey.sh: 1. Register", address + " does not answer (curl: (7)");
    }

    @Test
    void curl_is_missing(@TempDir Path programs) throws IOException {
        for (String program : List.of("bash", "date", "env")) {
            Files.createSymbolicLink(programs.resolve(program), Path.of("/usr/bin", program));
        }

        Command.Result result = run(programs.toString(), "http://127.0.0.1");

        assertThat(result).isEqualTo(new Command.Result(1, "journey.sh: Start: curl is missing\n"));
    }

    private Command.Result journey() {
        Command.Result result = run(
                System.getenv("PATH"),
                "http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
        return new Command.Result(result.status(), result.output().replaceFirst("1\\. Register \\S+\n", ""));
    }

    private static Command.Result run(String path, String address) {
        return Command.run(
                SCRIPT.getParent(),
                Map.of("PATH", path),
                Duration.ofMinutes(1),
                List.of("/usr/bin/env", "bash", SCRIPT.toString(), address));
    }
}
