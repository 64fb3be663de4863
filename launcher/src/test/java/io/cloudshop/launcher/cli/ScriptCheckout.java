package io.cloudshop.launcher.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A checkout with the script {@code cloudshop}, whose Java and Maven only tell what they are asked. */
record ScriptCheckout(Path folder) {

    static final String NOT_RUNNING = "[[ \"$*\" != *status* ]] || { echo COMPONENT; exit 5; }";

    private static final List<String> MODULES = List.of(
            "service-defaults",
            "stores",
            "launcher",
            "auth-service",
            "products-api",
            "orders-api",
            "api-gateway",
            "frontend");

    static ScriptCheckout in(Path folder) throws IOException {
        ScriptCheckout checkout = new ScriptCheckout(folder);
        Files.copy(Path.of("..", "cloudshop"), folder.resolve("cloudshop"));
        checkout.file("pom.xml", "<project/>");
        for (String module : MODULES) {
            checkout.file(module + "/pom.xml", "<project/>");
            checkout.file(module + "/src/main/java/A.java", "class A {}");
            checkout.file(module + "/target/quarkus-app/quarkus-run.jar", "");
        }
        Files.createDirectories(folder.resolve("launcher/target/lib"));
        Files.createDirectories(folder.resolve("stores/target/opensearch"));
        checkout.file("launcher/target/launcher-1.jar", "");
        checkout.program("jdk/bin/javac", "");
        checkout.file("jdk/release", "JAVA_VERSION=\"25\"\n");
        checkout.program("tools/mvn", "[[ $1 == --version ]] && echo Apache Maven 3.9.9 || echo built >>builds");
        checkout.program("tools/node", "echo v24.0.0");
        checkout.program("tools/npm", "");
        checkout.java(NOT_RUNNING);
        return checkout;
    }

    /** What Java does before it tells the command that it was asked for. */
    void java(String body) throws IOException {
        program("jdk/bin/java", body + "\necho \"asked for $*\"");
    }

    Launcher.Result run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> line =
                new ArrayList<>(List.of("bash", folder.resolve("cloudshop").toString()));
        line.addAll(List.of(arguments));
        return execute(environment, line);
    }

    /** Runs any command with the tools of this checkout. */
    Launcher.Result execute(Map<String, String> environment, List<String> line) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder script = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        script.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Path system = folder.resolve("system");
        if (Files.exists(system)) {
            script.environment().put("PATH", system.toString());
        }
        script.environment().merge("PATH", folder.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
        script.environment().remove("CLOUDSHOP_HOME");
        script.environment().putAll(environment);
        return new Launcher.Result(script.start().waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** How often something was built. */
    long builds() throws IOException {
        Path builds = folder.resolve("builds");
        if (!Files.exists(builds)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(builds)) {
            return lines.count();
        }
    }

    void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Leaves the script all programs of this machine but these. */
    void hide(String... names) throws IOException {
        Path system = Files.createDirectories(folder.resolve("system"));
        for (String path : System.getenv("PATH").split(File.pathSeparator)) {
            try (Stream<Path> programs = Files.isDirectory(Path.of(path)) ? Files.list(Path.of(path)) : Stream.of()) {
                for (Path program : programs.toList()) {
                    Path link = system.resolve(program.getFileName());
                    if (!List.of(names).contains(link.getFileName().toString())
                            && Files.notExists(link, NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(link, program);
                    }
                }
            }
        }
    }

    void program(String name, String body) throws IOException {
        file(name, "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
