package io.cloudshop.auth.keys;

import java.time.Instant;

/**
 * What became of one signing key, for all replicas.
 *
 * @param announcedAt when a replica first published it
 * @param signsSince when it first signed; null for never
 * @param retiredAt when another key took over; null while it signs, and where it never did
 * @param withdrawnAt when it was withdrawn; null for never
 * @param successor the key that an administrator had take over; null for none
 */
public record KeyState(
        String keyId,
        Instant announcedAt,
        Instant signsSince,
        Instant retiredAt,
        Instant withdrawnAt,
        String successor) {

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public boolean hasSigned() {
        return signsSince != null;
    }

    boolean isInForce() {
        return hasSigned() && retiredAt == null && !isWithdrawn();
    }
}
