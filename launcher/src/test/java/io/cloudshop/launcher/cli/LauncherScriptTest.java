package io.cloudshop.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code cloudshop}: what it builds when, and in which environment it starts what. */
class LauncherScriptTest {

    private static final int MISSING_TOOL = 4;
    private static final String RUNNING = "[[ \"$*\" != *status* ]] || echo COMPONENT";
    private static final String BROKEN = "[[ \"$*\" != *status* ]] || exit 1";

    @TempDir
    private Path folder;

    private ScriptCheckout checkout;
    private String[] up;

    @BeforeEach
    void prepare() throws IOException {
        checkout = ScriptCheckout.in(folder);
        up = new String[] {
            "up", "--port-offset", String.valueOf(FreePorts.plan().offset())
        };
    }

    @Test
    void nothing_is_built_under_a_running_shop() throws Exception {
        checkout.java(RUNNING);

        String output = up();

        assertThat(checkout.builds()).isZero();
        assertThat(output).contains("CloudShop is running, so nothing is built").contains("CloudShop up");
    }

    @Test
    void what_is_stale_is_built_before_a_start_and_what_is_fresh_is_not() throws Exception {
        assertThat(up()).contains("Built in").contains("CloudShop " + String.join(" ", up));
        assertThat(up()).doesNotContain("Built in").contains("CloudShop up");

        assertThat(checkout.builds()).isOne();
    }

    /** Else an old service would be started beside a library that has changed. */
    @Test
    void what_services_are_built_from_is_watched_for_changes() throws Exception {
        Matcher watched =
                Pattern.compile("(?m)^libraries=\\((.*)\\)$").matcher(Files.readString(Path.of("..", "cloudshop")));

        assertThat(watched.find()).isTrue();
        assertThat(watched.group(1).split(" ")).containsAll(librariesOf("auth-service", "orders-api", "api-gateway"));
    }

    private static Set<String> librariesOf(String... services) throws Exception {
        Set<String> libraries = new TreeSet<>();
        for (String service : services) {
            String pom = Files.readString(Path.of("..", service, "pom.xml"));
            Pattern.compile("<dependency>\\s*<groupId>(io\\.cloudshop|\\$\\{project\\.groupId\\})</groupId>"
                            + "\\s*<artifactId>(.*)</artifactId>\\s*</dependency>")
                    .matcher(pom)
                    .results()
                    .forEach(dependency -> libraries.add(dependency.group(2)));
        }
        return libraries;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1"})
    void a_service_is_taken_over_as_long_as_dev_mode_runs_and_not_longer(int end, int status) throws Exception {
        checkout.java(RUNNING);
        checkout.program(
                "tools/mvn",
                "[[ $1 != --version ]] || { echo Apache Maven 3.9.9; exit; }; ps -o args= -p \"$(<.cloudshop/dev/orders-api.pid)\";"
                        + " echo \"mvn $*\"; exit " + end);

        Launcher.Result dev = checkout.run(Map.of(), "dev", "orders-api", "-Dx=y");

        assertThat(dev.output())
                .contains("/cloudshop dev orders-api", "mvn quarkus:dev -pl orders-api -am -Dx=y")
                .doesNotContain("unbound");
        assertThat(dev.status()).isEqualTo(status);
        assertThat(folder.resolve(".cloudshop/dev")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgresql", "--nonsense"})
    void dev_mode_is_for_services(String name) throws Exception {
        Launcher.Result dev = checkout.run(Map.of(), "dev", name);

        assertThat(dev.status()).isEqualTo(ExitCode.USAGE);
        assertThat(dev.output()).contains("auth-service products-api orders-api api-gateway frontend");
    }

    @Test
    void a_launcher_that_is_broken_is_built_anew() throws Exception {
        checkout.java(BROKEN);

        up();

        assertThat(checkout.builds()).isOne();
    }

    @Test
    void a_deleted_source_is_a_change() throws Exception {
        up();

        Files.delete(folder.resolve("orders-api/src/main/java/A.java"));

        assertThat(up()).contains("Built in");
    }

    @Test
    void a_renamed_source_is_a_change() throws Exception {
        up();

        Path source = folder.resolve("auth-service/src/main/java/A.java");
        Files.move(source, source.resolveSibling("B.java"));

        assertThat(up()).contains("Built in");
    }

    /** As after a change of the branch by some tools, or a file from a backup. */
    @Test
    void another_content_with_an_older_time_is_a_change() throws Exception {
        up();

        Path source = folder.resolve("frontend/src/main/java/A.java");
        Files.writeString(source, "class B {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));

        assertThat(up()).contains("Built in");
    }

    @Test
    void the_same_content_with_a_newer_time_is_no_change() throws Exception {
        up();

        Path source = folder.resolve("service-defaults/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3600)));

        assertThat(up()).doesNotContain("Built in");
    }

    @Test
    void what_is_changed_during_the_build_is_built_the_next_time() throws Exception {
        checkout.program(
                "tools/mvn",
                "[[ $1 == --version ]] && echo Apache Maven 3.9.9 || echo x >>frontend/src/main/java/A.java");
        up();

        assertThat(up()).contains("Built in");
    }

    @Test
    void what_the_build_writes_among_the_sources_is_no_change() throws Exception {
        up();

        checkout.file("frontend/src/main/webui/src/api/generated/orders-api.ts", "export {}");
        checkout.file("frontend/src/main/webui/dist/index.html", "");

        assertThat(up()).doesNotContain("Built in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--only=everything",
                "--with=everything",
                "--port-offset=many",
                "--port-offset=60000",
                "extra"
            })
    void wrong_usage_is_told_before_anything_is_built(String option) throws Exception {
        assertThat(checkout.run(Map.of(), "up", option).status()).isEqualTo(ExitCode.USAGE);
        assertThat(checkout.builds()).isZero();
    }

    @Test
    void nothing_is_built_for_a_shop_that_is_to_be_watched_where_there_is_no_prometheus() throws Exception {
        checkout.hide("prometheus");

        Launcher.Result started = checkout.run(Map.of(), "up", "--with", "observability");

        assertThat(started.status()).isEqualTo(MISSING_TOOL);
        assertThat(started.output()).contains("needs Prometheus: install Debian's package prometheus,");
        assertThat(checkout.builds()).isZero();
    }

    @Test
    void a_shop_is_watched_without_alertmanager_where_there_is_none() throws Exception {
        checkout.hide("alertmanager", "prometheus-alertmanager");
        checkout.program("tools/prometheus", "");

        String output = up("--with", "observability");

        assertThat(output)
                .contains("There is no Alertmanager", "install Debian's package prometheus-alertmanager,")
                .containsPattern("CloudShop up .*--with observability");
    }

    @Test
    void a_shop_without_services_is_not_watched() throws Exception {
        Launcher.Result started = checkout.run(Map.of(), "up", "--only", "infra", "--with", "observability");

        assertThat(started.status()).isEqualTo(ExitCode.USAGE);
        assertThat(started.output()).contains("leave out --only");
    }

    @Test
    void other_applications_do_not_configure_what_is_started_or_built() throws Exception {
        String tell = "{ env | grep -E '^(QUARKUS|MP|SMALLRYE)_|^_?JAVA_OPTIONS|^JDK_JAVA' || true; }";
        checkout.java(ScriptCheckout.NOT_RUNNING + "\n" + tell);
        checkout.program("tools/mvn", "[[ $1 == --version ]] && echo Apache Maven 3.9.9 || " + tell + " >>builds");
        Map<String, String> theirs = Map.of(
                "QUARKUS_PROFILE", "prod",
                "QUARKUS_HTTP_PORT", "80",
                "MP_JWT_VERIFY_ISSUER", "theirs",
                "SMALLRYE_CONFIG_LOCATIONS", "/theirs",
                "_JAVA_OPTIONS", "-Xmx8m",
                "JDK_JAVA_OPTIONS", "-Duser.language=tr",
                "CDPATH", "/:/tmp");

        Launcher.Result started = checkout.run(theirs, up);

        assertThat(started.status()).as(started.output()).isZero();
        assertThat(started.output()).doesNotContain("QUARKUS_", "MP_", "SMALLRYE_", "JAVA_OPTIONS");
        assertThat(Files.readString(folder.resolve("builds"))).doesNotContain("QUARKUS_", "MP_", "SMALLRYE_");
    }

    @Test
    void the_launcher_speaks_the_language_of_programs() throws Exception {
        assertThat(up()).contains("-Duser.language=en -Duser.country=US");
    }

    private String up(String... more) throws Exception {
        String[] line = Stream.concat(Stream.of(up), Stream.of(more)).toArray(String[]::new);
        Launcher.Result started = checkout.run(Map.of(), line);
        assertThat(started.status()).as(started.output()).isZero();
        return started.output();
    }
}
