package io.cloudshop.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code cloudshop} in a checkout of which everything is stale, with a Java and a Maven that only tell what they are asked. */
class LauncherScriptTest {

    private static final String NOT_RUNNING = "[[ \"$*\" != *status* ]] || { echo COMPONENT; exit 5; }";
    private static final String RUNNING = "[[ \"$*\" != *status* ]] || echo COMPONENT";
    private static final String BROKEN = "[[ \"$*\" != *status* ]] || exit 1";

    @TempDir
    private Path checkout;

    @BeforeEach
    void prepare() throws IOException {
        Files.copy(Path.of("..", "cloudshop"), checkout.resolve("cloudshop"));
        Files.createDirectories(checkout.resolve("local-stack/target/lib"));
        Files.createFile(checkout.resolve("local-stack/target/local-stack-1.jar"));
        program("jdk/bin/javac", "");
        Files.writeString(checkout.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        program("tools/mvn", "[[ $1 == --version ]] && echo Apache Maven 3.9.9 || echo built >>builds");
        program("tools/node", "echo v24.0.0");
        program("tools/npm", "");
    }

    @Test
    void nothing_is_built_under_a_running_shop() throws Exception {
        String output = up(RUNNING);

        assertThat(checkout.resolve("builds")).doesNotExist();
        assertThat(output).contains("CloudShop is running, so nothing is built").contains("asked to up");
    }

    @Test
    void what_is_stale_is_built_before_a_start() throws Exception {
        String output = up(NOT_RUNNING);

        assertThat(checkout.resolve("builds")).exists();
        assertThat(output).contains("Built in").contains("asked to up");
    }

    @Test
    void a_launcher_that_is_broken_is_built_anew() throws Exception {
        up(BROKEN);

        assertThat(checkout.resolve("builds")).exists();
    }

    private String up(String status) throws Exception {
        program("jdk/bin/java", status + "\necho \"asked to ${!#}\"");
        Path output = checkout.resolve("output");
        ProcessBuilder script = new ProcessBuilder(
                        "bash", checkout.resolve("cloudshop").toString(), "up")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        script.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        script.environment().merge("PATH", checkout.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
        script.environment().remove("CLOUDSHOP_HOME");
        assertThat(script.start().waitFor()).as(Files.readString(output)).isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private void program(String name, String body) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
