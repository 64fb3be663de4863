package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** k8s/secrets/make.sh. */
class SecretsTest {

    @BeforeEach
    void needsItsPrograms() {
        Assumptions.assumeTrue(
                Tool.isInstalled("openssl") && Tool.isInstalled("gpg"),
                "make.sh is not tried: install openssl and gnupg.");
    }

    @Test
    void two_installations_share_no_secret(@TempDir Path folder) throws Exception {
        Map<String, String> one = make(folder.resolve("one"));
        Map<String, String> other = make(folder.resolve("other"));

        assertThat(one).containsOnlyKeys(other.keySet()).hasSize(13);
        // What an object store and a mail server give comes from whoever makes the secrets.
        assertThat(one.keySet().stream()
                        .filter(name -> !name.matches("kustomization.yaml|postgresql-backup.env|smtp.env")))
                .allSatisfy(name -> assertThat(one.get(name)).isNotEqualTo(other.get(name)));
    }

    @Test
    void a_second_run_changes_nothing(@TempDir Path folder) throws Exception {
        Map<String, String> first = make(folder);

        assertThat(make(folder)).isEqualTo(first);
    }

    /** What opens the backups is for a safe. */
    @Test
    void the_private_key_of_the_backups_goes_to_no_cluster(@TempDir Path folder) throws Exception {
        Map<String, String> files = make(folder);

        assertThat(files.get("postgresql-backup-private.asc")).contains("PRIVATE KEY BLOCK");
        assertThat(files.get("postgresql-backup-public.asc"))
                .contains("PUBLIC KEY BLOCK")
                .doesNotContain("PRIVATE");
        assertThat(files.get("kustomization.yaml"))
                .contains("postgresql-backup-public.asc")
                .doesNotContain("private");
    }

    @Test
    void only_the_owner_may_read_them(@TempDir Path folder) throws Exception {
        make(folder.resolve("dev"));

        try (Stream<Path> files = Files.list(folder.resolve("dev"))) {
            assertThat(files).allSatisfy(file -> assertThat(
                            Files.getPosixFilePermissions(file).toString())
                    .doesNotContain("GROUP", "OTHERS"));
        }
    }

    @Test
    void an_unknown_environment_is_refused() {
        assertThat(Tool.tryRun(Repository.root(), "bash", "k8s/secrets/make.sh", "production")
                        .exitCode())
                .isEqualTo(2);
    }

    private static Map<String, String> make(Path folder) throws Exception {
        Tool.run(Repository.root(), "bash", "k8s/secrets/make.sh", "dev", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), Repository::text, (a, b) -> a, TreeMap::new));
        }
    }
}
