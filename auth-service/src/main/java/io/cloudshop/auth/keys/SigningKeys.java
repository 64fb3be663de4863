package io.cloudshop.auth.keys;

import io.cloudshop.defaults.security.VerificationKeys;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The key that signs and the keys that are published, read once at start. */
@Startup
@ApplicationScoped
public class SigningKeys implements VerificationKeys {

    private static final String SIGNING = "cloudshop.auth.signing-key-file";
    private static final String NEXT = "cloudshop.auth.next-signing-key-file";

    private final SigningKey current;
    private final List<RsaJsonWebKey> published;

    SigningKeys(KeysConfig config) {
        this.current = read(config);
        Stream<SigningKey> next = config.nextSigningKeyFile().stream()
                .map(file -> new KeyFile(NEXT, file).read())
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

    private static SigningKey read(KeysConfig config) {
        Path path = config.signingKeyFile()
                .orElseThrow(() -> new PreventFurtherStepsException(
                        "auth-service cannot start: set %s to a file with an RSA private key (PEM, PKCS#8)."
                                .formatted(SIGNING),
                        1));
        KeyFile file = new KeyFile(SIGNING, path);
        return config.createMissingSigningKey() ? file.createIfMissing().read() : file.read();
    }
}
