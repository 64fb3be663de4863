package io.cloudshop.auth.refresh;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Refresh tokens by their hash. */
@ApplicationScoped
class TokenRepository implements PanacheRepositoryBase<StoredToken, String> {

    /** Of all who present a token, at once or one after the other, one is told that it was good. */
    boolean use(String hash, Instant now) {
        return update("""
                        usedAt = :now where hash = :hash and usedAt is null and expiresAt > :now
                        and exists (select 1 from RefreshTokenFamily family
                                     where family.id = familyId and family.revokedAt is null and family.expiresAt > :now)""", Parameters.with("now", now).and("hash", hash)) == 1;
    }

    void removeOf(UUID userId) {
        getEntityManager().createNativeQuery("""
                        delete from refresh_tokens
                         where family_id in (select id from refresh_token_families where user_id = :user)""").setParameter("user", userId).executeUpdate();
    }

    /** Removes some, none that another replica is removing; says how many. A transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int removeExpired(Instant before, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from refresh_tokens
                         where token_hash in (select token_hash from refresh_tokens where expires_at < :before
                                               order by expires_at limit :most for update skip locked)""")
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }
}
