package io.cloudshop.auth.keys;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.security.RevokedTokens;
import io.cloudshop.defaults.security.VerificationKeys;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
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
 * The key that signs and the keys that are published. Files supply them, a table that all replicas share says what became of
 * each; both are read again every few seconds, see ADR 20 and ADR 23. Thread-safe.
 */
@Startup
@ApplicationScoped
public class SigningKeys implements VerificationKeys {

    private static final String LEAD = "cloudshop.auth.signing-key-lead";

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeyFiles files;
    private final KeyRecords records;
    private final RevokedTokens revoked;
    private final Clock clock;
    private final KeyRing ring;

    private KeySupply supply;
    private boolean isTold;

    /** @param lead how long another key is published before it signs, default 5 minutes, for which verifiers keep a key set */
    SigningKeys(
            KeyFiles files,
            KeyRecords records,
            RevokedTokens revoked,
            @ConfigProperty(name = LEAD, defaultValue = "5m") Duration lead,
            Clock clock) {
        this.files = files;
        this.records = records;
        this.revoked = revoked;
        this.clock = clock;
        this.ring = new KeyRing(lead);
        this.supply = files.read();
        look();
        if (ring.view().current().isEmpty()) {
            throw new ConfigurationException(
                    "auth-service cannot start: the signing keys in its files were withdrawn; put"
                            + " a new one into the file of cloudshop.auth.signing-key-file.");
        }
    }

    /** The key that signs. One that another replica has withdrawn a moment ago does not, whatever this one knew before. */
    public SigningKey current() {
        return good(ring.view()).or(this::afterALook).orElseThrow(SigningKeys::noneLeft);
    }

    /** The key that would sign next: announced, and never used. */
    public Optional<SigningKey> next() {
        return ring.view().next();
    }

    /** Says whether another key signs than the file of the signing key holds: an administrator decided so. */
    public boolean areAheadOfTheirFile() {
        return ring.view().isAhead();
    }

    /** How long until that key may sign, because verifiers may not have it before. */
    public Duration untilItMaySign(SigningKey next) {
        return ring.untilItMaySign(next, clock.instant());
    }

    public boolean isPublished(String keyId) {
        return ring.view().published().stream().anyMatch(key -> key.id().equals(keyId));
    }

    List<RsaJsonWebKey> published() {
        return ring.view().published().stream()
                .filter(key -> !revoked.containsKey(key.id()))
                .map(SigningKey::publicKey)
                .toList();
    }

    /** This service verifies with its own keys: asking itself over HTTP would deadlock a busy instance. */
    @Override
    public VerificationKeyResolver resolver() {
        return (token, nesting) -> new JwksVerificationKeyResolver(List.copyOf(published())).resolveKey(token, nesting);
    }

    /**
     * Takes in what the files hold and the table says now; gives the latter. One look at a time, or an older one could undo
     * what a newer one saw.
     */
    public synchronized KeyLedger look() {
        readFiles();
        KeyLedger ledger = records.ledgerWith(supply.keys().map(SigningKey::id));
        Optional<String> former = ring.view().current().map(SigningKey::id);
        if (ring.update(supply, ledger, clock.instant())) {
            String keyId = ring.view().current().orElseThrow().id();
            records.turned(former, keyId);
            LOG.infof("Tokens are signed with key %s now", keyId);
        }
        return ledger;
    }

    /** Whatever is wrong costs nobody anything but the rotation. */
    @Scheduled(
            identity = "signing-keys",
            every = "${cloudshop.auth.signing-key-check-interval:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void lookAgain() {
        try {
            look();
            isTold = false;
        } catch (RuntimeException databaseIsAway) {
            if (!isTold) {
                LOG.warnf("The signing keys stay as they are, their table cannot be read: %s", databaseIsAway);
            }
            isTold = true;
        }
    }

    private void readFiles() {
        try {
            supply = files.read();
        } catch (ConfigurationException unreadable) {
            LOG.warnf("The signing keys stay as they are: %s", unreadable.getMessage());
        }
    }

    private Optional<SigningKey> good(KeyView view) {
        return view.current().filter(key -> !revoked.containsKey(key.id()));
    }

    private Optional<SigningKey> afterALook() {
        look();
        return good(ring.view());
    }

    private static RuntimeException noneLeft() {
        LOG.error("No key is left to sign with: put a new one into the file of cloudshop.auth.next-signing-key-file");
        return CommonProblems.unavailable("Nobody can sign in at the moment; try again.", null);
    }
}
