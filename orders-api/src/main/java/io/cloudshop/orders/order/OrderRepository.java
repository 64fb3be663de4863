package io.cloudshop.orders.order;

import io.cloudshop.database.ScalarQuery;
import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders in the database. */
@ApplicationScoped
public class OrderRepository implements PanacheRepositoryBase<Order, UUID> {

    private static final String LEASE = """
            UPDATE orders SET next_attempt_at = :lease
             WHERE id IN (SELECT id FROM orders WHERE step <> 'DONE' AND next_attempt_at <= :now
                           ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    /** The order, locked until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Order requireForUpdate(UUID id) {
        Order order = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (order == null) {
            throw CommonProblems.notFound("The order");
        }
        return order;
    }

    /** The order, whoever's it is. */
    @Transactional
    public Order require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> CommonProblems.notFound("The order"));
    }

    /** The order if it is this user's; another user's order does not exist for them. */
    @Transactional
    public Order requireOwn(UUID id, UUID userId) {
        return find("id = :id and userId = :user", Map.of("id", id, "user", userId))
                .firstResultOptional()
                .orElseThrow(() -> CommonProblems.notFound("The order"));
    }

    /** One more than {@code size} where there are more, newest first. Null filters do not filter. */
    public List<Order> newestFirst(UUID userId, OrderStatus status, UUID after, int size) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        addCondition(conditions, values, "userId = :userId", "userId", userId);
        addCondition(conditions, values, "status = :status", "status", status);
        addCondition(conditions, values, "id < :after", "after", after);
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return find(where + "order by id desc", values).page(0, size + 1).list();
    }

    /** Lines of orders that came about, by the edits of the cart that they came from. */
    @Transactional
    public List<OrderLine> boughtOfCart(Collection<UUID> edits) {
        return getEntityManager()
                .createQuery("""
                        select line from Order bought join bought.lines line
                         where line.cartEdit in :edits and bought.status in (CONFIRMED, SHIPPED, DELIVERED)""", OrderLine.class)
                .setParameter("edits", edits)
                .getResultList();
    }

    /** Takes due orders, at most so many, none that another replica is taking; the caller has them until {@code lease}. */
    @Transactional
    public List<UUID> leaseDue(Instant now, Instant lease, int most) {
        return ScalarQuery.of(getEntityManager(), LEASE, UUID.class)
                .setParameter("lease", lease)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    private static void addCondition(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
