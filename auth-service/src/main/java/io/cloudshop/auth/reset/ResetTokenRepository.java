package io.cloudshop.auth.reset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Each user's latest link, by its hash. Each call is a transaction, or part of the one that runs. */
@ApplicationScoped
@Transactional
class ResetTokenRepository implements PanacheRepositoryBase<StoredResetToken, UUID> {

    /** In the place of the one before. */
    void issue(UUID userId, String hash, Instant now, Duration lifetime) {
        getEntityManager()
                .createNativeQuery("""
                        insert into password_reset_tokens (user_id, token_hash, issued_at, expires_at)
                        values (:user, :hash, :now, :end)
                        on conflict (user_id) do update
                           set token_hash = excluded.token_hash, issued_at = excluded.issued_at,
                               expires_at = excluded.expires_at""")
                .setParameter("user", userId)
                .setParameter("hash", hash)
                .setParameter("now", now)
                .setParameter("end", now.plus(lifetime))
                .executeUpdate();
    }

    /** Whose it is, if it can be used. */
    Optional<UUID> ownerOf(String hash, Instant now) {
        return find(
                        "hash = :hash and expiresAt > :now",
                        Parameters.with("hash", hash).and("now", now))
                .firstResultOptional()
                .map(StoredResetToken::userId);
    }

    /** Of all who present it, at once or one after the other, one is told that it was good. */
    boolean use(String hash, Instant now) {
        return delete(
                        "hash = :hash and expiresAt > :now",
                        Parameters.with("hash", hash).and("now", now))
                == 1;
    }

    void drop(UUID userId) {
        delete("userId", userId);
    }

    /** Removes some, none that another replica is removing; says how many. A transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int removeExpired(Instant before, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from password_reset_tokens
                         where user_id in (select user_id from password_reset_tokens where expires_at < :before
                                            order by expires_at limit :most for update skip locked)""")
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }
}
