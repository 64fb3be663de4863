package io.cloudshop.revocation;

import io.cloudshop.defaults.security.AccessToken;
import java.time.Instant;
import java.util.Optional;

/** What ended access tokens before their time. */
sealed interface Revocation {

    /** When the last token that it is about has expired, clocks that differ included. */
    Instant until();

    /** One token, by its {@code jti}. */
    record OfToken(String tokenId, Instant until) implements Revocation {}

    /**
     * All tokens of a subject from before a new epoch of its sessions.
     *
     * @param newEpoch the first one that is good again
     * @param exceptTokenId a {@code jti} that stays good, that of the session which ended the others
     */
    record OfSessions(String subject, int newEpoch, Optional<String> exceptTokenId, Instant until)
            implements Revocation {

        boolean ends(AccessToken token) {
            return token.sessionEpoch().isPresent()
                    && token.sessionEpoch().getAsInt() < newEpoch
                    && !exceptTokenId.equals(Optional.of(token.id()));
        }
    }
}
