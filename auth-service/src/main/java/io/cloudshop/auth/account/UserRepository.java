package io.cloudshop.auth.account;

import io.cloudshop.auth.token.Roles;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Each call is its own short transaction: hashing a password in between must not hold a connection, or a flood of
 * logins would drain the pool.
 */
@ApplicationScoped
@Transactional
class UserRepository implements PanacheRepositoryBase<User, UUID> {

    private static final String CONTAINING =
            "(lower(email) like lower(:text) escape '\\' or lower(displayName) like lower(:text) escape '\\')";

    /** Fails with a constraint violation of {@value Accounts#UNIQUE_EMAIL} where the address is taken. */
    void insert(User user) {
        persistAndFlush(user);
    }

    Optional<User> findByEmail(String email) {
        return find("lower(email) = lower(:email)", Parameters.with("email", email))
                .firstResultOptional();
    }

    Optional<User> findEnabled(UUID id) {
        return find("id = :id and enabled", Parameters.with("id", id)).firstResultOptional();
    }

    Optional<User> rename(UUID id, String displayName) {
        Optional<User> user = findEnabled(id);
        user.ifPresent(found -> found.rename(displayName));
        return user;
    }

    /** Replaces the hash unless somebody else has replaced it since it was read; says whether it did. */
    boolean replaceHash(UUID id, String readHash, String newHash) {
        return update(
                        "passwordHash = :newHash where id = :id and passwordHash = :readHash",
                        Parameters.with("newHash", newHash).and("id", id).and("readHash", readHash))
                == 1;
    }

    /** The user, locked until the transaction ends, if the hash is still the one that was read. */
    Optional<User> lockIfUnchanged(UUID id, String readHash) {
        return find(
                        "id = :id and enabled and passwordHash = :readHash",
                        Parameters.with("id", id).and("readHash", readHash))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those whose address or name contains the text, by address; all for null. */
    List<User> findContaining(String text, int offset, int most) {
        return find(CONTAINING + " order by lower(email)", Parameters.with("text", pattern(text)))
                .range(offset, offset + most - 1)
                .list();
    }

    long countContaining(String text) {
        return count(CONTAINING, Parameters.with("text", pattern(text)));
    }

    /** The user, locked until the transaction ends. */
    Optional<User> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whoever is an administrator, locked until the transaction ends: until then nobody ceases to be one. */
    List<User> lockEnabledAdmins() {
        // Everybody takes the locks in the same order.
        return find("enabled and array_contains(roles, :role) order by id", Parameters.with("role", Roles.ADMIN))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean hasEnabledAdmin() {
        return find("enabled and array_contains(roles, :role)", Parameters.with("role", Roles.ADMIN))
                        .count()
                > 0;
    }

    private static String pattern(String text) {
        return text == null ? "%" : "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
