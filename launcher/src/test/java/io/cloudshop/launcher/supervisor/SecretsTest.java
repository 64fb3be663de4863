package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void a_secret_stays_the_same_over_restarts() {
        String secret = secrets().get("POSTGRES_AUTH_PASSWORD");

        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
        assertThat(secrets().get("POSTGRES_AUTH_PASSWORD")).isEqualTo(secret);
    }

    @Test
    void two_who_ask_at_the_first_start_get_the_same() {
        Secrets one = secrets();
        Secrets other = secrets();
        one.get("ONE");

        assertThat(other.get("OTHER")).isEqualTo(one.get("OTHER"));
        assertThat(other.get("ONE")).isEqualTo(one.get("ONE"));
    }

    @Test
    void each_name_has_a_secret_of_its_own() {
        assertThat(secrets().get("ONE")).isNotEqualTo(secrets().get("OTHER"));
    }

    @Test
    void only_the_owner_can_read_the_file() throws IOException {
        secrets().get("ONE");

        assertThat(Files.getPosixFilePermissions(directory.resolve("secrets.env")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private Secrets secrets() {
        return new Secrets(directory.resolve("secrets.env"));
    }
}
