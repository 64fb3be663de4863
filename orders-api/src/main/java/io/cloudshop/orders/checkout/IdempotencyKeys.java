package io.cloudshop.orders.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The Idempotency-Key table (draft-ietf-httpapi-idempotency-key-header-07): a key of a user belongs to one request body
 * and one order for as long as it is kept. A table and not a cache, so that it survives what the order survives.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final int DELETED_AT_ONCE = 1_000;

    private final EntityManager database;

    IdempotencyKeys(EntityManager database) {
        this.database = database;
    }

    /** Binds the key to an order in the running transaction; false when it is bound already. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean bind(UUID userId, String key, byte[] fingerprint, UUID orderId, Instant now) {
        return database.createNativeQuery("""
                                INSERT INTO idempotency_key (user_id, key, fingerprint, order_id, created_at)
                                VALUES (:user, :key, :fingerprint, :order, :now) ON CONFLICT (user_id, key) DO NOTHING""")
                        .setParameter("user", userId)
                        .setParameter("key", key)
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("order", orderId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @Transactional
    Optional<BoundKey> find(UUID userId, String key) {
        List<?> rows = database.createNativeQuery("""
                        SELECT fingerprint, order_id, status, media_type, location, body FROM idempotency_key
                         WHERE user_id = :user AND key = :key""")
                .setParameter("user", userId)
                .setParameter("key", key)
                .getResultList();
        return rows.stream().map(row -> BoundKey.of((Object[]) row)).findFirst();
    }

    /** Stores the answer of an order's checkout; the first answer stays. */
    @Transactional(Transactional.TxType.MANDATORY)
    void answer(UUID orderId, CheckoutAnswer answer) {
        database.createNativeQuery("""
                        UPDATE idempotency_key SET status = :status, media_type = :type, location = :location, body = :body
                         WHERE order_id = :order AND status IS NULL""")
                .setParameter("status", answer.status())
                .setParameter("type", answer.mediaType())
                .setParameter("location", answer.location())
                .setParameter("body", answer.body())
                .setParameter("order", orderId)
                .executeUpdate();
    }

    /** Forgets some keys bound before then; gives how many, so that the caller goes on while there are more. */
    @Transactional
    boolean deleteSomeBefore(Instant time) {
        return database.createNativeQuery("""
                                DELETE FROM idempotency_key WHERE (user_id, key) IN (
                                    SELECT user_id, key FROM idempotency_key
                                     WHERE created_at < :time AND status IS NOT NULL
                                     LIMIT :most FOR UPDATE SKIP LOCKED)""")
                        .setParameter("time", time)
                        .setParameter("most", DELETED_AT_ONCE)
                        .executeUpdate()
                == DELETED_AT_ONCE;
    }
}
