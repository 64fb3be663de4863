package io.cloudshop.auth.keys;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files with the private keys, which are nowhere else. */
@ApplicationScoped
class KeyFiles {

    private static final String SIGNING = "cloudshop.auth.signing-key-file";
    private static final String NEXT = "cloudshop.auth.next-signing-key-file";
    private static final String CREATE_MISSING = "cloudshop.auth.create-missing-signing-key";

    private final KeyFile signing;
    private final Optional<KeyFile> next;

    /**
     * Not a configuration mapping: that would refuse the properties that other features have under {@code
     * cloudshop.auth}.
     *
     * @param signing the key that signs unless an administrator said otherwise; no default outside the local profiles
     * @param next a second key that is published but does not sign, none by default and none while there is no such file
     * @param createMissing whether a missing signing key is made, default false; true in the local profiles
     */
    KeyFiles(
            @ConfigProperty(name = SIGNING) Optional<Path> signing,
            @ConfigProperty(name = NEXT) Optional<Path> next,
            @ConfigProperty(name = CREATE_MISSING, defaultValue = "false") boolean createMissing) {
        this.signing = new KeyFile(SIGNING, signing.orElseThrow(KeyFiles::unset));
        this.next = next.map(path -> new KeyFile(NEXT, path));
        if (createMissing) {
            this.signing.createIfMissing();
        }
    }

    /**
     * Reads them.
     *
     * @throws ConfigurationException with a sentence that says what is wrong with one
     */
    KeySupply read() {
        return new KeySupply(signing.read(), next.filter(KeyFile::exists).map(KeyFile::read));
    }

    private static ConfigurationException unset() {
        return new ConfigurationException(
                "auth-service cannot start: set CLOUDSHOP_AUTH_SIGNING_KEY_FILE to a file with an RSA private key (PEM,"
                        + " PKCS#8).");
    }
}
