package io.cloudshop.auth.refresh;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sessions. */
@ApplicationScoped
class FamilyRepository implements PanacheRepositoryBase<RefreshTokenFamily, UUID> {

    /** Sessions of an epoch that have a token that can be used. */
    private static final String LIVE_ONES = """
             from RefreshTokenFamily family join StoredToken token on token.familyId = family.id
            where family.userId = :user and family.sessionEpoch = :epoch and family.revokedAt is null
              and family.expiresAt > :now and token.usedAt is null and token.expiresAt > :now""";

    private static final String LIVE = "select family.createdAt, token.issuedAt, family.expiresAt" + LIVE_ONES;

    List<RefreshTokenFamily> newestOf(UUID userId, int most) {
        return find("userId = :user order by id desc", Parameters.with("user", userId))
                .page(0, most)
                .list();
    }

    List<LiveSession> findLive(UUID userId, int sessionEpoch, Instant now, int most) {
        return live(LIVE + " order by family.id desc", LiveSession.class, userId, sessionEpoch, now)
                .setMaxResults(most)
                .getResultList();
    }

    long countLive(UUID userId, int sessionEpoch, Instant now) {
        return live("select count(*)" + LIVE_ONES, Long.class, userId, sessionEpoch, now)
                .getSingleResult();
    }

    private <T> TypedQuery<T> live(String query, Class<T> type, UUID userId, int sessionEpoch, Instant now) {
        return getEntityManager()
                .createQuery(query, type)
                .setParameter("user", userId)
                .setParameter("epoch", sessionEpoch)
                .setParameter("now", now);
    }

    /** Says whether it was alive until now. */
    boolean revoke(UUID id, Instant now) {
        return update(
                        "revokedAt = :now where id = :id and revokedAt is null and expiresAt > :now",
                        Parameters.with("now", now).and("id", id))
                == 1;
    }

    /** Only a session that its user can go on with: a token that was used or has expired takes nothing along. */
    void moveOn(String currentToken, UUID userId, int endedEpoch, int nextEpoch, Instant now) {
        update(
                """
                        sessionEpoch = :next where userId = :user and sessionEpoch = :ended and revokedAt is null
                        and id in (select token.familyId from StoredToken token
                                    where token.hash = :token and token.usedAt is null and token.expiresAt > :now)""",
                Parameters.with("next", nextEpoch)
                        .and("user", userId)
                        .and("ended", endedEpoch)
                        .and("token", currentToken)
                        .and("now", now));
    }

    void moveAllOn(UUID userId, int endedEpoch, int nextEpoch) {
        update(
                "sessionEpoch = :next where userId = :user and sessionEpoch = :ended and revokedAt is null",
                Parameters.with("next", nextEpoch).and("user", userId).and("ended", endedEpoch));
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
