package io.cloudshop.auth.keys;

import io.cloudshop.defaults.security.VerificationKeys;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The key that signs and the keys that are published, read once at start. */
@Startup
@ApplicationScoped
public class SigningKeys implements VerificationKeys {

    private static final String SIGNING = "cloudshop.auth.signing-key-file";
    private static final String NEXT = "cloudshop.auth.next-signing-key-file";
    private static final String CREATE_MISSING = "cloudshop.auth.create-missing-signing-key";

    private final SigningKey current;
    private final List<RsaJsonWebKey> published;

    /**
     * Not a configuration mapping: that would refuse the properties that other features have under {@code
     * cloudshop.auth}.
     *
     * @param signingKeyFile the key that signs; no default outside the local profiles
     * @param nextSigningKeyFile a second key that is published but does not sign, none by default: before a rotation the
     *     next one, after it the former one, until the last token it signed has expired
     * @param createMissing whether a missing signing key is made, default false; true in the local profiles
     */
    SigningKeys(
            @ConfigProperty(name = SIGNING) Optional<Path> signingKeyFile,
            @ConfigProperty(name = NEXT) Optional<Path> nextSigningKeyFile,
            @ConfigProperty(name = CREATE_MISSING, defaultValue = "false") boolean createMissing) {
        KeyFile file = new KeyFile(SIGNING, signingKeyFile.orElseThrow(SigningKeys::unset));
        this.current = createMissing ? file.createIfMissing().read() : file.read();
        Stream<SigningKey> next = nextSigningKeyFile.stream()
                .map(path -> new KeyFile(NEXT, path).read())
                .filter(key -> !key.id().equals(current.id()));
        this.published = Stream.concat(Stream.of(current), next)
                .map(SigningKey::publicKey)
                .toList();
    }

    public SigningKey current() {
        return current;
    }

    List<RsaJsonWebKey> published() {
        return published;
    }

    /** This service verifies with its own keys: asking itself over HTTP would deadlock a busy instance. */
    @Override
    public VerificationKeyResolver resolver() {
        return new JwksVerificationKeyResolver(List.copyOf(published));
    }

    private static ConfigurationException unset() {
        return new ConfigurationException(
                "auth-service cannot start: set CLOUDSHOP_AUTH_SIGNING_KEY_FILE to a file with an RSA private key (PEM,"
                        + " PKCS#8).");
    }
}
