package io.cloudshop.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_key_is_made_for_its_owner_only_and_kept() throws Exception {
        Path file = folder.resolve("a/b/key.pem");

        String first = locally(file);
        String second = locally(file);

        assertThat(second).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void processes_that_start_together_end_up_with_one_key() throws Exception {
        Path file = folder.resolve("key.pem");
        Callable<String> start = () -> locally(file);

        List<Future<String>> ids;
        try (var processes = Executors.newFixedThreadPool(6)) {
            ids = processes.invokeAll(IntStream.range(0, 6).mapToObj(i -> start).toList());
        }

        assertThat(ids.stream().map(Future::resultNow).distinct()).hasSize(1);
    }

    @Test
    void production_makes_no_key_and_says_what_is_missing() {
        Path file = folder.resolve("key.pem");

        assertThatThrownBy(() -> signingKey(file, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "auth-service cannot start: cloudshop.auth.signing-key-file is %s, but the file does not exist.",
                        file);
        assertThatThrownBy(() -> signingKey(null, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set CLOUDSHOP_AUTH_SIGNING_KEY_FILE to a file");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_without_a_strong_rsa_key_is_refused() throws Exception {
        assertThatThrownBy(() -> locally(written("no key"))).hasMessageContaining("is not a PKCS#8 private key in PEM");
        assertThatThrownBy(() -> locally(written(weakKey()))).hasMessageContaining("has fewer than 2048 bits");
        assertThatThrownBy(() -> locally(written("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")))
                .hasMessageContaining("does not hold an RSA key");
    }

    @Test
    void there_may_be_a_next_key() throws Exception {
        Path current = folder.resolve("current.pem");
        Path next = folder.resolve("next.pem");
        String currentId = locally(current);

        KeyFiles files = new KeyFiles(Optional.of(current), Optional.of(next), false);

        assertThat(files.read().keys()).extracting(SigningKey::id).containsExactly(currentId);
        String nextId = locally(next);
        assertThat(files.read().keys()).extracting(SigningKey::id).containsExactly(currentId, nextId);
    }

    private Path written(String content) throws Exception {
        return Files.writeString(folder.resolve("spoilt.pem"), content);
    }

    private static String weakKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return SigningKey.toPem((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    }

    private static String locally(Path file) {
        return signingKey(file, true).id();
    }

    private static SigningKey signingKey(Path file, boolean create) {
        return new KeyFiles(Optional.ofNullable(file), Optional.empty(), create)
                .read()
                .signing();
    }
}
