package io.cloudshop.orders.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Forgets a customer in the database, all of it or nothing. To do it again changes nothing. */
@ApplicationScoped
class CustomerErasure {

    private final EntityManager database;
    private final Clock clock;

    CustomerErasure(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void forget(UUID userId) {
        database.createNativeQuery(
                        "INSERT INTO erased_customer (user_id, erased_at) VALUES (:user, :now) ON CONFLICT DO NOTHING")
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .executeUpdate();
        // The table's trigger does the rest. Every order, not only finished ones: one that another transaction is
        // finishing
        // right now has to be waited for, since that transaction may not have seen the row above.
        database.createNativeQuery("UPDATE orders SET user_id = user_id WHERE user_id = :user")
                .setParameter("user", userId)
                .executeUpdate();
        // Answers that would be given again have the address in them; those of requests that still run go with their
        // day.
        database.createNativeQuery("DELETE FROM idempotency_key WHERE user_id = :user AND status IS NOT NULL")
                .setParameter("user", userId)
                .executeUpdate();
    }
}
