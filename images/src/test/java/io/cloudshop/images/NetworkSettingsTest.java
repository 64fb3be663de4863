package io.cloudshop.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a JVM in our images remembers what a name means. */
class NetworkSettingsTest {

    private static final Path RUNTIME = Path.of("runtime");
    private static final String IN_THE_IMAGE = "/opt/cloudshop/";
    /** Compiled into the image. */
    private static final String PROBE = "probe";
    /** What Quarkus' Jib extension is told. */
    private static final String SERVICE_DEFAULTS =
            "../service-defaults/src/main/resources/META-INF/microprofile-config.properties";

    /** Asked in a JVM of its own, by the JDK's own rule: it reads the settings once. */
    static class Asked {
        public static void main(String[] arguments) throws ReflectiveOperationException {
            Class<?> policy = Class.forName("sun.net.InetAddressCachePolicy");
            System.out.print(policy.getMethod("get").invoke(null) + " "
                    + policy.getMethod("getNegative").invoke(null));
        }
    }

    @Test
    void a_name_is_asked_again_after_a_second_whether_it_was_known_or_not() throws Exception {
        String option = options()
                .filter(line -> line.startsWith("-Djava.security.properties="))
                .findFirst()
                .orElseThrow()
                .replace(IN_THE_IMAGE, RUNTIME.toAbsolutePath() + "/");

        assertThat(seconds(option)).isEqualTo("1 1");
    }

    @Test
    void without_them_it_would_be_long() throws Exception {
        assertThat(seconds("-Dsun.net.inetaddr.negative.ttl=1")).isEqualTo("30 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runtime/java.options", "runtime/probe.options", "../Dockerfile", SERVICE_DEFAULTS})
    void what_is_named_in_an_image_stands_there(String file) throws IOException {
        List<String> named = Pattern.compile(IN_THE_IMAGE + "([\\w.]+)")
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(named).allMatch(name -> name.equals(PROBE) || Files.exists(RUNTIME.resolve(name)));
    }

    private static Stream<String> options() throws IOException {
        return Files.readString(RUNTIME.resolve("java.options")).lines();
    }

    private static String seconds(String option) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "--add-exports=java.base/sun.net=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asked.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = java.inputReader()) {
            return String.join("\n", output.lines().toList());
        }
    }
}
