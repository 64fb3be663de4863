package io.cloudshop.auth.keys;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Locale;

/** A file with one signing key. What is wrong with it is told in one sentence and stops the start. */
final class KeyFile {

    private static final int NEW_KEY_BITS = 3072;

    private final String property;
    private final Path file;

    KeyFile(String property, Path file) {
        this.property = property;
        this.file = file.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(file);
    }

    SigningKey read() {
        try {
            return SigningKey.fromPem(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw stop("the file does not exist");
        } catch (IOException e) {
            throw stop("the file cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            throw stop(e.getMessage());
        }
    }

    /** Makes the key where there is none; when several processes try at once, all end up with the first one's key. */
    KeyFile createIfMissing() {
        if (Files.notExists(file)) {
            try {
                create();
            } catch (IOException | GeneralSecurityException e) {
                throw stop("the key cannot be made (" + e + ")");
            }
        }
        return this;
    }

    private void create() throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(
                file.getParent(),
                ".signing-key",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, SigningKey.toPem(newKey()));
            // Unlike a rename, a link never replaces what another process has put there meanwhile.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException firstOneWins) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static RSAPrivateCrtKey newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(NEW_KEY_BITS);
        return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    }

    private ConfigurationException stop(String reason) {
        return new ConfigurationException(
                String.format(Locale.ROOT, "auth-service cannot start: %s is %s, but %s.", property, file, reason));
    }
}
