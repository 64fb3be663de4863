package io.cloudshop.benchmarks.load;

import io.cloudshop.benchmarks.MissingTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Load by <a href="https://nghttp2.org/documentation/h2load-howto.html">h2load</a> over HTTP/1.1, of which each answer's
 * time is known and not only a mean: as many requests as get through, or so many a second whether they are answered or not.
 */
public final class H2load {

    private final String program = MissingTool.require("h2load");

    /** As many requests as get through. */
    public Answers run(Load load) {
        return run(load, List.of());
    }

    /** At most so many requests a second over all connections. */
    public Answers run(Load load, double perSecond) {
        return run(load, List.of("--rps=" + Math.max(1, Math.round(perSecond / load.connections()))));
    }

    private Answers run(Load load, List<String> pace) {
        try {
            Path log = Files.createTempFile("h2load", ".log");
            Path urls = Files.createTempFile("h2load", ".urls");
            try {
                Files.write(urls, load.urls());
                Tool.run(line(load, pace, urls, log));
                return RequestLog.read(log, load.duration());
            } finally {
                Files.delete(urls);
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> line(Load load, List<String> pace, Path urls, Path log) {
        List<String> line = new ArrayList<>(List.of(
                program,
                "--h1",
                "--threads=1",
                "--clients=" + load.connections(),
                "--duration=" + load.duration().toSeconds(),
                "--input-file=" + urls,
                "--log-file=" + log));
        line.addAll(pace);
        load.headers().forEach(header -> line.add("--header=" + header));
        return line;
    }
}
