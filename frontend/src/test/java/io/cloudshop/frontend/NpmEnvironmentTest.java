package io.cloudshop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of this module's build, tried on a package of two files: the environment of whoever builds changes nothing. */
class NpmEnvironmentTest {

    private static final String COMMAND = "quarkus.quinoa.package-manager-command.";
    private static final Map<String, String> HOSTILE = Map.ofEntries(
            Map.entry("NODE_ENV", "production"),
            Map.entry("npm_config_omit", "dev"),
            Map.entry("npm_config_production", "true"),
            Map.entry("npm_config_ignore_scripts", "true"),
            Map.entry("npm_config_bin_links", "false"),
            Map.entry("npm_config_package_lock", "false"),
            Map.entry("npm_config_dry_run", "true"),
            Map.entry("npm_config_global", "true"),
            // Nothing of this test needs a registry.
            Map.entry("npm_config_offline", "true"));

    @TempDir
    private Path folder;

    private final Properties settings = new Properties();

    @BeforeEach
    void prepare() throws Exception {
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        file(
                "needed/package.json",
                "{\"name\": \"needed\", \"version\": \"1.0.0\", \"bin\": {\"needed\": \"run.js\"}}");
        file("needed/run.js", "#!/usr/bin/env node\nconsole.log(`needed in ${process.env.NODE_ENV}`)\n");
        file("package.json", """
                {"name": "page", "version": "1.0.0",
                 "devDependencies": {"needed": "file:needed"},
                 "scripts": {"prebuild": "echo before", "build": "needed", "pretest": "echo before", "test": "needed"}}
                """);
        assertThat(npm(Map.of("npm_config_offline", "true"), List.of("install", "--package-lock-only"), Map.of())
                        .status())
                .isZero();
    }

    @Test
    void nothing_that_the_build_needs_is_left_out_and_no_script_is_passed_over() throws Exception {
        Run install = run("ci");

        assertThat(install.status()).as(install.output()).isZero();
        assertThat(folder.resolve("node_modules/.bin/needed")).exists();
        assertThat(run("build").output()).contains("before", "needed in production");
        assertThat(run("test").output()).contains("before", "needed in");
    }

    private Run run(String command) throws Exception {
        Map<String, String> environment = new HashMap<>();
        String prefix = COMMAND + command + "-env.";
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> environment.put(name.substring(prefix.length()), settings.getProperty(name)));
        return npm(HOSTILE, List.of(settings.getProperty(COMMAND + command).split(" ")), environment);
    }

    private Run npm(Map<String, String> inherited, List<String> arguments, Map<String, String> configured)
            throws Exception {
        List<String> line = new ArrayList<>(List.of("npm"));
        line.addAll(arguments);
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(inherited);
        builder.environment().putAll(configured);
        return new Run(builder.start().waitFor(), Files.readString(output));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private record Run(int status, String output) {}
}
