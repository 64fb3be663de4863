package io.cloudshop.products.stock;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.stock.StockMovement.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes down what changed on the shelf. */
@ApplicationScoped
class StockLedger {

    /** Of many products at once; entities would be a statement each. */
    private static final String BOOK_MANY = """
            INSERT INTO stock_movement (id, product_id, kind, delta, reason, actor, created_at)
            SELECT line.id, line.product_id, :kind, line.delta, :reason, :actor, :now
              FROM unnest(:movements, :products, :deltas) AS line (id, product_id, delta)""";

    private final EntityManager entities;
    private final Clock clock;

    StockLedger(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void book(UUID productId, Kind kind, long delta, String reason, String actor, UUID orderId) {
        entities.persist(StockMovement.booked(productId, kind, delta, reason, actor, orderId, clock.instant()));
    }

    void book(SortedMap<UUID, Long> deltas, Kind kind, String reason, String actor) {
        if (deltas.isEmpty()) {
            return;
        }
        entities.createNativeQuery(BOOK_MANY)
                .setParameter(
                        "movements",
                        Stream.generate(Ids::next).limit(deltas.size()).toArray(UUID[]::new))
                .setParameter("products", deltas.keySet().toArray(UUID[]::new))
                .setParameter("deltas", deltas.values().toArray(Long[]::new))
                .setParameter("kind", kind.name())
                .setParameter("reason", reason)
                .setParameter("actor", actor)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
