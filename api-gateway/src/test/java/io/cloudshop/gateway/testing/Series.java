package io.cloudshop.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time series of the gateway's metrics page at one moment, each a line with its value. */
public record Series(List<String> lines) {

    public static Series of(URL page) {
        try (InputStream in = page.openStream()) {
            return new Series(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of this name that have all these labels, each as {@code name="value"}. */
    public Series with(String name, String... labels) {
        return new Series(lines.stream()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .toList());
    }

    public double sum() {
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** The values that a label has. */
    public Set<String> values(String label) {
        Pattern pattern = Pattern.compile("[{,]" + label + "=\"([^\"]*)\"");
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** What identifies those whose name begins so, without their values. */
    public Set<String> ids(String... prefixes) {
        return lines.stream()
                .filter(line -> Stream.of(prefixes).anyMatch(line::startsWith))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }
}
