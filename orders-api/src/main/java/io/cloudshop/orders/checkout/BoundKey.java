package io.cloudshop.orders.checkout;

import io.cloudshop.database.Row;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/** A key that is taken: by which body, for which order, with which answer so far. */
record BoundKey(byte[] fingerprint, UUID orderId, Optional<CheckoutAnswer> answer) {

    static BoundKey of(Row row) {
        Optional<CheckoutAnswer> answer = Optional.ofNullable(row.get("status", Integer.class))
                .map(status -> new CheckoutAnswer(
                        status,
                        row.get("media_type", String.class),
                        row.get("location", String.class),
                        row.get("body", String.class)));
        return new BoundKey(row.get("fingerprint", byte[].class), row.get("order_id", UUID.class), answer);
    }

    boolean belongsTo(byte[] otherFingerprint) {
        return MessageDigest.isEqual(fingerprint, otherFingerprint);
    }
}
