package io.cloudshop.orders.reconciliation;

import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Our own side of the books. */
@ApplicationScoped
@Transactional
class OrderLedger {

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager database;

    OrderLedger(EntityManager database) {
        this.database = database;
    }

    /** Orders above {@code after} (null for the first ones) by id, at most {@code size}. */
    List<Order> ordersAfter(UUID after, int size) {
        database.clear();
        return database.createQuery("from Order where id > :after order by id", Order.class)
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(size)
                .getResultList();
    }

    Optional<Order> order(UUID id) {
        return Optional.ofNullable(database.find(Order.class, id));
    }

    Map<OrderStatus, Long> counts() {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            counts.put(status, 0L);
        }
        database.createQuery("select status, count(*) from Order group by status", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((OrderStatus) row[0], (Long) row[1]));
        return counts;
    }
}
