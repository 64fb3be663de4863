package io.cloudshop.auth.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The keys that sign access tokens: PEM files with an RSA key of 2048 bits or more in PKCS#8. */
@ConfigMapping(prefix = "cloudshop.auth")
interface KeysConfig {

    /** The file of the key that signs; no default outside the local profiles. */
    Optional<Path> signingKeyFile();

    /**
     * The file of a second key that is published but does not sign; none by default. Before a rotation it is the next
     * key, after it the former one, until the last token it signed has expired.
     */
    Optional<Path> nextSigningKeyFile();

    /** Whether a missing signing key is made at start, default false; true in the local profiles. */
    @WithDefault("false")
    boolean createMissingSigningKey();
}
