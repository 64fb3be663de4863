package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What k8s/components/backup does with dumps, encrypted for real, when all goes well and when it does not. */
class BackupScriptsTest {

    private BackupScripts scripts;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        scripts = new BackupScripts(folder);
    }

    @Test
    void every_database_is_dumped_by_its_owner_with_a_checksum() {
        assertThat(scripts.dump().exitCode()).isZero();

        assertThat(scripts.calls()).contains("of auth pg_dump --no-password --username=auth --dbname=auth");
        assertThat(scripts.backups()).hasSize(6).noneMatch(name -> name.endsWith(".part"));
        assertThat(scripts.backups().stream().filter(name -> name.endsWith(".dump.gpg.sha256")))
                .hasSize(3);
    }

    @Test
    void only_the_private_key_opens_a_dump() throws IOException {
        scripts.dump();

        for (String name : scripts.backups()) {
            assertThat(Files.readString(scripts.folder().resolve("backups").resolve(name), StandardCharsets.ISO_8859_1))
                    .doesNotContain("data");
        }
        try (Stream<Path> left = Files.list(scripts.folder().resolve("scratch"))) {
            assertThat(left).map(file -> file.getFileName().toString()).containsExactly("gnupg");
        }
        assertThat(scripts.restore("DATABASE=orders", "KEY=" + scripts.publicKey())
                        .exitCode())
                .isNotZero();
        assertThat(scripts.calls()).doesNotContain("dbname=orders_restored");
        assertThat(scripts.restore("DATABASE=orders").errors()).isEmpty();
        assertThat(scripts.calls()).containsPattern("--dbname=orders_restored_.*\nread: data");
    }

    @Test
    void a_dump_that_fails_is_seen_and_costs_no_old_one() {
        for (int day = 10; day < 30; day++) {
            scripts.old("orders-202601" + day + "T020000Z");
        }
        scripts.program("pg_dump", BackupScripts.DUMPS + "; case $* in *products*) exit 1 ;; esac");

        Tool.Run run = scripts.dump();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("not dumped: products");
        assertThat(scripts.backups())
                .contains("orders-20260110T020000Z.dump.gpg")
                .noneMatch(name -> name.startsWith("products-") && name.endsWith(".sha256"))
                .anyMatch(name -> name.startsWith("orders-") && !name.contains("-202601") && name.endsWith(".sha256"));
    }

    @Test
    void a_dump_that_cannot_be_read_does_not_count() {
        scripts.program("pg_restore", "exit 1");

        assertThat(scripts.dump().exitCode()).isEqualTo(1);
        assertThat(scripts.backups()).isEmpty();
    }

    @Test
    void a_dump_that_arrives_otherwise_than_it_was_encrypted_does_not_count() {
        scripts.program("cp", "/bin/cp \"$@\"; case $2 in *.gpg.part) echo more >>\"$2\" ;; esac");

        assertThat(scripts.dump().exitCode()).isEqualTo(1);
        assertThat(scripts.backups()).noneMatch(name -> name.endsWith(".sha256"));
    }

    @Test
    void the_newest_dump_is_restored_beside_the_database_that_serves() {
        scripts.dump();

        Tool.Run run = scripts.restore("DATABASE=orders");

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("restored orders from orders-20");
        assertThat(scripts.calls())
                .containsPattern("of superuser pg_restore .*--single-transaction --dbname=orders_restored_\\S+ ");
        assertThat(scripts.folder().resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void a_damaged_dump_is_refused_before_anything_happens() throws IOException {
        scripts.old("orders-20260101T020000Z");
        Files.writeString(scripts.folder().resolve("backups/orders-20260101T020000Z.dump.gpg"), "damaged");

        assertThat(scripts.restore("DATABASE=orders").exitCode()).isNotZero();
        assertThat(scripts.calls()).isEmpty();
    }

    @Test
    void a_restore_that_fails_leaves_the_database_open() {
        scripts.dump();
        scripts.program("pg_restore", "exit 1");

        assertThat(scripts.restore("DATABASE=orders").exitCode()).isEqualTo(1);
        assertThat(scripts.calls())
                .containsPattern("dropdb .*orders_restored_")
                .contains("stdin: ALTER DATABASE :\"role\" ALLOW_CONNECTIONS true;");
        assertThat(scripts.folder().resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void without_the_private_key_nothing_is_restored() {
        scripts.dump();

        Tool.Run run =
                scripts.restore("DATABASE=orders", "KEY=" + scripts.folder().resolve("none"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("the Secret postgresql-restore-key has it");
    }

    @Test
    void only_our_databases_are_restored() {
        assertThat(scripts.restore("DATABASE=template1").exitCode()).isEqualTo(2);
        assertThat(scripts.restore().exitCode()).isEqualTo(2);
    }
}
