package io.cloudshop.auth.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What became of one signing key. */
@Entity
@Table(name = "signing_keys")
class KeyRecord {

    @Id
    @Column(name = "kid", length = 43)
    private String keyId;

    @Column(name = "announced_at", nullable = false)
    private Instant announcedAt;

    @Column(name = "signs_since")
    private Instant signsSince;

    @Column(name = "retired_at")
    private Instant retiredAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(length = 43)
    private String successor;

    protected KeyRecord() {}

    KeyState state() {
        return new KeyState(keyId, announcedAt, signsSince, retiredAt, withdrawnAt, successor);
    }

    void signs(Instant now) {
        signsSince = signsSince == null ? now : signsSince;
        retiredAt = null;
    }

    void retire(Instant now) {
        retiredAt = now;
    }

    void succeedBy(KeyRecord next, Instant now) {
        successor = next.keyId;
        retire(now);
        next.signs(now);
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }
}
