package io.cloudshop.benchmarks.checkout;

import io.cloudshop.benchmarks.MissingTool;
import io.cloudshop.benchmarks.load.Answers;
import io.cloudshop.benchmarks.load.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders by <a href="https://github.com/wg/wrk">wrk</a>, as many as get through. */
final class Wrk implements AutoCloseable {

    private static final Pattern RESULT = Pattern.compile("(?m)^measured (\\d+) (\\d+) (\\d+) ([\\d.]+) ([\\d.]+)$");
    private static final double MICROSECONDS = 1e6;

    private final String program = MissingTool.require("wrk");
    private final String target;
    private final Path script;
    private final Path tokens;
    private final Path products;

    /**
     * @param target where orders go, such as {@code http://127.0.0.1:8083}
     * @param tokens of the buyers; only this user can read the file they are written to
     */
    Wrk(String target, List<String> tokens, List<String> products) {
        this.target = target;
        try (InputStream text = Wrk.class.getResourceAsStream("/checkout/checkout.lua")) {
            this.script = Files.write(Files.createTempFile("checkout", ".lua"), text.readAllBytes());
            this.tokens = Files.write(Files.createTempFile("tokens", ""), tokens);
            this.products = Files.write(Files.createTempFile("products", ""), products);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if an order was refused: that would measure refusals */
    Answers run(int buyers, int lines, Duration duration) {
        return read(load(buyers, lines, duration));
    }

    /** Load of which nobody asks how fast it was. */
    void warmUp(int buyers, int lines, Duration duration) {
        load(buyers, lines, duration);
    }

    private String load(int buyers, int lines, Duration duration) {
        return Tool.run(List.of(
                program,
                "--threads=1",
                "--connections=" + buyers,
                "--duration=" + duration.toSeconds() + "s",
                "--timeout=10s",
                "--script=" + script,
                target,
                "--",
                tokens.toString(),
                products.toString(),
                String.valueOf(lines),
                UUID.randomUUID().toString()));
    }

    static Answers read(String output) {
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException("wrk said nothing of what it measured: " + output);
        }
        long requests = Long.parseLong(result.group(1));
        if (requests == 0 || !result.group(3).equals("0")) {
            throw new IllegalStateException(
                    result.group(3) + " of " + requests + " orders were refused or failed, so nothing was measured");
        }
        return new Answers(
                requests / (Long.parseLong(result.group(2)) / MICROSECONDS),
                Double.parseDouble(result.group(4)),
                Double.parseDouble(result.group(5)));
    }

    @Override
    public void close() {
        try {
            for (Path file : List.of(script, tokens, products)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
