package io.cloudshop.auth.erasure;

import io.cloudshop.auth.account.AccountDeleted;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Who was deleted here and is still known elsewhere: written with the deletion, and kept until that has been seen to. */
@ApplicationScoped
@Transactional
class Erasures implements PanacheRepositoryBase<ErasureRequest, UUID> {

    private final Clock clock;

    Erasures(Clock clock) {
        this.clock = clock;
    }

    void request(@Observes AccountDeleted deleted) {
        persist(new ErasureRequest(deleted.userId(), clock.instant()));
    }

    List<Erasure> oldest(int most) {
        return find("order by requestedAt, userId").page(0, most).stream()
                .map(ErasureRequest::view)
                .toList();
    }

    /** Whether or not there was such a request. */
    void done(UUID userId) {
        deleteById(userId);
    }
}
