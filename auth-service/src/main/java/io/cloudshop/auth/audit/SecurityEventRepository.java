package io.cloudshop.auth.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Security events by their ids, which sort by time. */
@ApplicationScoped
@Transactional
class SecurityEventRepository implements PanacheRepositoryBase<SecurityEvent, UUID> {

    /** @param after null for the newest */
    List<SecurityEvent> newestFirst(UUID after, int most) {
        return (after == null
                        ? find("order by id desc")
                        : find("id < :after order by id desc", Parameters.with("after", after)))
                .page(0, most)
                .list();
    }

    /** Removes some, none that another replica is removing; says how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int removeOlder(Instant than, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from security_events
                         where id in (select id from security_events where occurred_at < :than
                                       order by occurred_at limit :most for update skip locked)""")
                .setParameter("than", than)
                .setParameter("most", most)
                .executeUpdate();
    }
}
