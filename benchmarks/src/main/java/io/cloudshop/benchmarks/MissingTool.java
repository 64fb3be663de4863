package io.cloudshop.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that a benchmark needs is not installed; the message says how to get it. */
public final class MissingTool extends RuntimeException {

    /** Where servers are, whatever the user's PATH says. */
    private static final List<String> BESIDE_THE_PATH = List.of("/usr/sbin", "/usr/local/sbin");

    private MissingTool(String program) {
        super("There is no " + program
                + " on this machine. Debian and Ubuntu: apt-get install nginx-light nghttp2-client wrk postgresql-contrib;"
                + " macOS: brew install nginx nghttp2 wrk postgresql.");
    }

    /**
     * The path of an installed program.
     *
     * @throws MissingTool if there is none of that name
     */
    public static String require(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), BESIDE_THE_PATH.stream())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new MissingTool(program));
    }
}
