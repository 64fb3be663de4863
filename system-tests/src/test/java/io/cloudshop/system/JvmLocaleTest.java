package io.cloudshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Libraries map case and write numbers in the language of the machine, so every JVM is told one; that the launcher's are,
 * the journeys show on a machine in Turkey.
 */
class JvmLocaleTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> OPTIONS = List.of("-Duser.language=en", "-Duser.country=US");
    private static final List<String> OPTION_FILES =
            List.of("@/opt/cloudshop/java.options", "@/opt/cloudshop/probe.options");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".mvn/jvm.config",
                "images/runtime/java.options",
                "images/runtime/probe.options",
                "stores/src/main/java/io/cloudshop/stores/process/Jvm.java"
            })
    void where_the_options_of_a_jvm_stand_its_language_does(String file) {
        assertThat(text(file)).contains(OPTIONS);
    }

    /** Exec form: what an image or a Compose file starts, and each command of the build and of the launcher. */
    @Test
    void every_command_says_the_language_or_names_a_file_that_does() {
        List<String> commands = Stream.of(
                        in("Dockerfile", "\\[\"/opt/java/bin/java\"[^\\]]*]"),
                        in("docker-compose.yml", "\\[CMD, /opt/java/bin/java[^\\]]*]"),
                        in("cloudshop", "exec \"\\$JAVA_HOME/bin/java\"(.*\\\\\\n)*.*"),
                        in("pom.xml", "(?s)<executable>\\$\\{java.home}/bin/java.*?</arguments>"))
                .flatMap(List::stream)
                .toList();

        assertThat(commands)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(command -> OPTIONS.stream().allMatch(command::contains)
                        || OPTION_FILES.stream().anyMatch(command::contains));
    }

    @Test
    void the_images_of_jib_start_as_those_of_docker_do() {
        assertThat(text("service-defaults/src/main/resources/META-INF/microprofile-config.properties"))
                .contains("quarkus.jib.jvm-entrypoint=/opt/java/bin/java,@/opt/cloudshop/java.options,");
    }

    /** Not what the machine says: these tests may run anywhere. */
    @Test
    void tests_are_told_the_language_too() {
        assertThat(System.getProperty("user.language")).isEqualTo("en");
        assertThat(text("pom.xml"))
                .contains("<argLine>${jvm.locale} ${jvm.of.tests}</argLine>")
                .contains("<jvm.locale>" + String.join(" ", OPTIONS) + "</jvm.locale>");
    }

    private static List<String> in(String file, String command) {
        List<String> found = Pattern.compile(command)
                .matcher(text(file))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(found).as(file).isNotEmpty();
        return found;
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
