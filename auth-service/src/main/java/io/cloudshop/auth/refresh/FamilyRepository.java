package io.cloudshop.auth.refresh;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Sessions. */
@ApplicationScoped
class FamilyRepository implements PanacheRepositoryBase<RefreshTokenFamily, UUID> {

    /** Says whether it was alive until now. */
    boolean revoke(UUID id, Instant now) {
        return update("revokedAt = ?1 where id = ?2 and revokedAt is null and expiresAt > ?1", now, id) == 1;
    }

    /** Only a session that its user can go on with: a token that was used or has expired takes nothing along. */
    void moveOn(String currentToken, UUID userId, int endedEpoch, int nextEpoch, Instant now) {
        update("""
                        sessionEpoch = ?4 where userId = ?2 and sessionEpoch = ?3 and revokedAt is null
                        and id in (select token.familyId from StoredToken token
                                    where token.hash = ?1 and token.usedAt is null and token.expiresAt > ?5)""", currentToken, userId, endedEpoch, nextEpoch, now);
    }

    void moveAllOn(UUID userId, int endedEpoch, int nextEpoch) {
        update(
                "sessionEpoch = ?3 where userId = ?1 and sessionEpoch = ?2 and revokedAt is null",
                userId,
                endedEpoch,
                nextEpoch);
    }

    /** Removes some that have no token any more, none that another replica is removing; says how many. A transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int removeEmpty(Instant createdBefore, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from refresh_token_families
                         where id in (select id from refresh_token_families family
                                       where created_at < :createdBefore
                                         and not exists (select 1 from refresh_tokens where family_id = family.id)
                                       limit :most for update skip locked)""")
                .setParameter("createdBefore", createdBefore)
                .setParameter("most", most)
                .executeUpdate();
    }
}
