package io.cloudshop.orders.checkout;

import io.cloudshop.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The Idempotency-Key table (draft-ietf-httpapi-idempotency-key-header-07): a key of a user belongs to one request body
 * and one order for as long as it is kept. A table and not a cache, so that it survives what the order survives.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final String BIND = """
            INSERT INTO idempotency_key (user_id, key, fingerprint, order_id, created_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (user_id, key) DO NOTHING""";

    private static final String FIND = """
            SELECT fingerprint, order_id, status, media_type, location, body FROM idempotency_key
             WHERE user_id = ? AND key = ?""";

    private static final String ANSWER = """
            UPDATE idempotency_key SET status = ?, media_type = ?, location = ?, body = ?
             WHERE order_id = ? AND status IS NULL""";

    private static final String DELETE = """
            DELETE FROM idempotency_key WHERE (user_id, key) IN (
                SELECT user_id, key FROM idempotency_key
                 WHERE created_at < ? AND status IS NOT NULL
                 LIMIT ? FOR UPDATE SKIP LOCKED)""";

    private static final int DELETED_AT_ONCE = 1_000;

    private final Statements statements;

    IdempotencyKeys(Statements statements) {
        this.statements = statements;
    }

    /** Binds the key to an order in the running transaction; false when it is bound already. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean bind(UUID userId, String key, byte[] fingerprint, UUID orderId, Instant now) {
        return statements.update(BIND, userId, key, fingerprint, orderId, now) == 1;
    }

    Optional<BoundKey> find(UUID userId, String key) {
        return statements.query(FIND, BoundKey::of, userId, key).stream().findFirst();
    }

    /** Stores the answer of an order's checkout; the first answer stays. */
    void answer(UUID orderId, CheckoutAnswer answer) {
        statements.update(ANSWER, answer.status(), answer.mediaType(), answer.location(), answer.body(), orderId);
    }

    /** Forgets some keys bound before then; gives how many, so that the caller goes on while there are more. */
    boolean deleteSomeBefore(Instant time) {
        return statements.update(DELETE, time, DELETED_AT_ONCE) == DELETED_AT_ONCE;
    }
}
