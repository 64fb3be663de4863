package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that opens a door is in the repository. */
class NoCredentialsInGitTest {

    /** Keys, tokens of the usual providers, and passwords in addresses. */
    private static final Pattern CREDENTIAL = Pattern.compile(String.join(
            "|",
            "-----BEGIN (RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\\s*[A-Za-z0-9+/=]{40}",
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\\s",
            "\\bAKIA[0-9A-Z]{16}\\b",
            "\\bgh[pousr]_[A-Za-z0-9]{36}\\b",
            "\\bxox[abp]-[A-Za-z0-9-]{20,}",
            "\\beyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}",
            "\\b(https?|postgresql|redis)://[^\\s:/@$<>{}\"]+:[^\\s:/@$<>{}\"]+@"));

    /** In manifests a Secret with content, or a literal where a reference to a Secret belongs. */
    private static final Pattern SECRET_IN_MANIFEST = Pattern.compile(
            "(?m)^kind: Secret$|(?i)name: \\w*(PASSWORD|SECRET|TOKEN)\\w*(?<!_FILE)\\s+value: \\S|(?i)^\\w*(PASSWORD|SECRET|TOKEN)\\w*=\\S");

    @BeforeEach
    void needsGit() {
        Assumptions.assumeTrue(
                Tool.isInstalled("git") && Files.exists(Repository.root().resolve(".git")),
                "The repository is not searched for credentials: this is no checkout.");
    }

    @Test
    void no_file_has_a_credential() {
        assertThat(committed("")
                        .filter(file ->
                                CREDENTIAL.matcher(Repository.text(file)).find()))
                .isEmpty();
    }

    @Test
    void no_manifest_has_a_secret() {
        assertThat(committed("k8s")
                        .filter(file -> file.toString().matches(".*\\.(ya?ml|env|json)"))
                        .filter(file -> SECRET_IN_MANIFEST
                                .matcher(Repository.text(file))
                                .find()))
                .isEmpty();
    }

    @Test
    void what_the_script_makes_is_ignored() {
        for (String environment : List.of("dev", "staging", "prod")) {
            String file = "k8s/secrets/" + environment + "/redis.env";

            assertThat(Tool.tryRun(Repository.root(), "git", "check-ignore", "--quiet", file)
                            .exitCode())
                    .as(file)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:@", // no password: not one
                "https://shop.local/path@2x.png",
                "http://localhost:8081/@me"
            })
    void what_only_looks_like_a_credential_is_none(String text) {
        assertThat(CREDENTIAL.matcher(text).find()).isFalse();
    }

    @Test
    void a_credential_is_recognised() {
        assertThat(Stream.of(
                        "-----BEGIN PRIVATE" + " KEY-----\n" + "M".repeat(64),
                        "-----BEGIN PGP PRIVATE" + " KEY BLOCK-----\n\nlFgE",
                        "AKIA" + "ABCDEFGHIJKLMNOP",
                        "postgresql" + "://orders:hunter2@postgresql/orders",
                        "eyJ" + "a".repeat(30) + ".eyJ" + "b".repeat(30) + "." + "c".repeat(40)))
                .allMatch(text -> CREDENTIAL.matcher(text).find());
        assertThat(Stream.of("kind: Secret\n", "- name: REDIS_PASSWORD\n  value: hunter2\n", "DB_PASSWORD=hunter2\n"))
                .allMatch(text -> SECRET_IN_MANIFEST.matcher(text).find());
    }

    private static Stream<Path> committed(String folder) {
        return Tool.run(
                        Repository.root(),
                        "git",
                        "grep",
                        "-I",
                        "--files-with-matches",
                        "-e",
                        "",
                        "--",
                        folder.isEmpty() ? "." : folder)
                .lines()
                .map(Repository.root()::resolve)
                .filter(Files::isRegularFile);
    }
}
