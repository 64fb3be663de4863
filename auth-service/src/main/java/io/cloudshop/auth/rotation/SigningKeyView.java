package io.cloudshop.auth.rotation;

import io.cloudshop.auth.keys.KeyState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signing key as administrators see it.
 *
 * @param kid the key's thumbprint (RFC 7638), in the head of each token that it signed
 * @param announcedAt when it was first published
 * @param signsSince when it first signed; absent where it never did
 * @param retiredAt when another key took over; twenty minutes later its file is not needed any more
 * @param withdrawnAt when everything that it signed ended; absent unless it was withdrawn
 */
@Schema(
        name = "SigningKey",
        requiredProperties = {"kid", "status", "announcedAt"})
record SigningKeyView(
        String kid, Status status, Instant announcedAt, Instant signsSince, Instant retiredAt, Instant withdrawnAt) {

    /** What a key is for now. */
    @Schema(name = "SigningKeyStatus")
    enum Status {
        current,
        next,
        retired,
        withdrawn
    }

    static SigningKeyView of(KeyState key, Status status) {
        return new SigningKeyView(
                key.keyId(), status, key.announcedAt(), key.signsSince(), key.retiredAt(), key.withdrawnAt());
    }
}
