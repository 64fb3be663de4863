package io.cloudshop.auth.address;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** An address in somebody's book. */
@Entity
@Table(name = "addresses")
@DynamicUpdate
class Address {

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false)
    private short slot;

    private String name;
    private String street;

    @Column(name = "postal_code")
    private String postalCode;

    private String city;
    private String country;

    @Column(name = "is_default")
    private boolean standard;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    protected Address() {}

    /** @param slot the place in the book, which nobody else's address and no other of this user has */
    Address(UUID id, UUID userId, int slot, Instant createdAt) {
        this.id = id;
        this.userId = userId;
        this.slot = (short) slot;
        this.createdAt = createdAt;
    }

    void write(TypedAddress typed) {
        name = typed.name();
        street = typed.street();
        postalCode = typed.postalCode();
        city = typed.city();
        country = typed.country();
    }

    /** The caller has seen to it that no other one is. */
    void makeDefault() {
        standard = true;
    }

    boolean isDefault() {
        return standard;
    }

    SavedAddress view() {
        return new SavedAddress(id, name, street, postalCode, city, country, standard);
    }
}
