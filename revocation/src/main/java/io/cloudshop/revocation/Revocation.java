package io.cloudshop.revocation;

import io.cloudshop.defaults.security.AccessToken;
import java.time.Instant;
import java.util.Optional;

/** What ended access tokens before their time. */
sealed interface Revocation {

    /**
     * Everything that a key signed, by its {@code kid}. It has no end: whoever stole the key makes tokens that last as long
     * as they like.
     */
    record OfKey(String keyId) implements Revocation {}

    /** Some tokens that were issued as they should be. */
    sealed interface Passing extends Revocation {

        /** When the last token that it is about has expired, clocks that differ included. */
        Instant until();
    }

    /** One token, by its {@code jti}. */
    record OfToken(String tokenId, Instant until) implements Passing {}

    /**
     * All tokens of a subject from before a new epoch of its sessions.
     *
     * @param newEpoch the first one that is good again
     * @param exceptTokenId a {@code jti} that stays good, that of the session which ended the others
     */
    record OfSessions(String subject, int newEpoch, Optional<String> exceptTokenId, Instant until) implements Passing {

        boolean ends(AccessToken token) {
            return token.sessionEpoch().isPresent()
                    && token.sessionEpoch().getAsInt() < newEpoch
                    && !exceptTokenId.equals(Optional.of(token.id()));
        }
    }
}
