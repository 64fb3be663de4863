package io.cloudshop.orders.checkout;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/** A key that is taken: by which body, for which order, with which answer so far. */
record BoundKey(byte[] fingerprint, UUID orderId, Optional<CheckoutAnswer> answer) {

    static BoundKey of(Object[] row) {
        Optional<CheckoutAnswer> answer = Optional.ofNullable((Integer) row[2])
                .map(status -> new CheckoutAnswer(status, (String) row[3], (String) row[4], (String) row[5]));
        return new BoundKey((byte[]) row[0], (UUID) row[1], answer);
    }

    boolean belongsTo(byte[] otherFingerprint) {
        return MessageDigest.isEqual(fingerprint, otherFingerprint);
    }
}
