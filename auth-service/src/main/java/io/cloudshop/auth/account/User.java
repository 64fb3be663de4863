package io.cloudshop.auth.account;

import io.cloudshop.auth.token.Roles;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Someone who can sign in. Only changed columns are written, so that two changes at once do not undo each other. */
@Entity
@Table(name = "users")
@DynamicUpdate
class User {

    @Id
    private UUID id;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(name = "display_name", nullable = false, length = 100)
    private String displayName;

    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private List<String> roles;

    @Column(nullable = false)
    private boolean enabled;

    @Column(name = "session_epoch", nullable = false)
    private int sessionEpoch;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    protected User() {}

    User(UUID id, String email, String displayName, String passwordHash, List<String> roles, Instant createdAt) {
        this.id = id;
        this.email = email;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.roles = List.copyOf(roles);
        this.enabled = true;
        this.createdAt = createdAt;
    }

    void rename(String newDisplayName) {
        displayName = newDisplayName;
    }

    /** Ends all sessions; gives the epoch of those that are opened from now on. */
    int changePassword(String newHash) {
        passwordHash = newHash;
        return ++sessionEpoch;
    }

    /** Gives the epoch of those that are opened from now on. */
    int endSessions() {
        return ++sessionEpoch;
    }

    /** Whoever loses a role has no token any more that says otherwise; their sessions can go on. */
    void assign(List<String> newRoles) {
        if (!newRoles.containsAll(roles)) {
            sessionEpoch++;
        }
        roles = newRoles.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }

    /** Whoever is disabled has no session any more, and none comes back when they are enabled again. */
    void enable(boolean allowed) {
        if (enabled && !allowed) {
            sessionEpoch++;
        }
        enabled = allowed;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isEnabled() {
        return enabled;
    }

    int sessionEpoch() {
        return sessionEpoch;
    }

    boolean isEnabledAdmin() {
        return enabled && roles.contains(Roles.ADMIN);
    }

    UserProfile profile() {
        return new UserProfile(id, email, displayName, List.copyOf(roles), createdAt);
    }
}
