package io.cloudshop.auth.keys;

import io.cloudshop.defaults.security.VerificationKeys;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The key that signs and the keys that are published, from files that are read again every few seconds: to change the files is
 * to rotate the keys, see ADR 20.
 */
@Startup
@ApplicationScoped
public class SigningKeys implements VerificationKeys {

    private static final String SIGNING = "cloudshop.auth.signing-key-file";
    private static final String NEXT = "cloudshop.auth.next-signing-key-file";
    private static final String CREATE_MISSING = "cloudshop.auth.create-missing-signing-key";
    private static final String LEAD = "cloudshop.auth.signing-key-lead";

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeyFile file;
    private final Optional<KeyFile> nextFile;
    private final Clock clock;
    private final KeyRing ring;

    /**
     * Not a configuration mapping: that would refuse the properties that other features have under {@code
     * cloudshop.auth}.
     *
     * @param signingKeyFile the key that signs; no default outside the local profiles
     * @param nextSigningKeyFile a second key that is published but does not sign, none by default and none while there is no
     *     such file
     * @param createMissing whether a missing signing key is made, default false; true in the local profiles
     * @param lead how long another key is published before it signs, default 5 minutes, for which verifiers keep a key set
     */
    SigningKeys(
            @ConfigProperty(name = SIGNING) Optional<Path> signingKeyFile,
            @ConfigProperty(name = NEXT) Optional<Path> nextSigningKeyFile,
            @ConfigProperty(name = CREATE_MISSING, defaultValue = "false") boolean createMissing,
            @ConfigProperty(name = LEAD, defaultValue = "5m") Duration lead,
            Clock clock) {
        this.file = new KeyFile(SIGNING, signingKeyFile.orElseThrow(SigningKeys::unset));
        this.nextFile = nextSigningKeyFile.map(path -> new KeyFile(NEXT, path));
        this.clock = clock;
        SigningKey current = createMissing ? file.createIfMissing().read() : file.read();
        this.ring = new KeyRing(lead, current, next(), clock.instant());
    }

    public SigningKey current() {
        return ring.current();
    }

    List<RsaJsonWebKey> published() {
        return ring.published().stream().map(SigningKey::publicKey).toList();
    }

    /** This service verifies with its own keys: asking itself over HTTP would deadlock a busy instance. */
    @Override
    public VerificationKeyResolver resolver() {
        return (token, nesting) -> new JwksVerificationKeyResolver(List.copyOf(published())).resolveKey(token, nesting);
    }

    /** Looks whether the files hold other keys. What is wrong with one costs nobody anything but the rotation. */
    @Scheduled(
            identity = "signing-keys",
            every = "${cloudshop.auth.signing-key-check-interval:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void readAgain() {
        try {
            if (ring.update(file.read(), next(), clock.instant())) {
                LOG.infof("Tokens are signed with key %s now", ring.current().id());
            }
        } catch (ConfigurationException unreadable) {
            LOG.warnf("The signing keys stay as they are: %s", unreadable.getMessage());
        }
    }

    private Optional<SigningKey> next() {
        return nextFile.filter(KeyFile::exists).map(KeyFile::read);
    }

    private static ConfigurationException unset() {
        return new ConfigurationException(
                "auth-service cannot start: set CLOUDSHOP_AUTH_SIGNING_KEY_FILE to a file with an RSA private key (PEM,"
                        + " PKCS#8).");
    }
}
