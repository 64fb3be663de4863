package io.cloudshop.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.order.OrderRepository;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.testing.LogRecords;
import io.cloudshop.testing.UnseenRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How PostgreSQL goes about the queue of 100 000 orders more, which are gone afterwards: nine of ten are delivered, one
 * customer has a tenth of them.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderQueuePlanTest extends OrdersTest {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");
    private static final UUID WHOLESALER = new UUID(7, 0);
    private static final UUID CUSTOMER = new UUID(7, 500);
    private static final UUID STRANGER = new UUID(7, 1_000_000);
    private static final UUID IN_BETWEEN = UUID.fromString("01900000-0000-7000-8000-00000000c350");

    @Inject
    AgroalDataSource source;

    @Inject
    OrderRepository orders;

    private UnseenRows rows;

    @BeforeEach
    void givenManyOrders() throws SQLException {
        if (rows != null) {
            return;
        }
        rows = new UnseenRows(source);
        rows.execute("""
                INSERT INTO orders (id, user_id, status, rejection_reason, currency, total, name, street, postal_code, city,
                                    country, payment_token, from_cart, step, next_attempt_at, deadline, created_at, updated_at)
                SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                       ('00000000-0000-0007-0000-' || lpad(to_hex(CASE WHEN n % 10 = 0 THEN 0 ELSE n % 1000 END), 12, '0'))::uuid,
                       status, CASE WHEN status = 'REJECTED' THEN 'payment-declined' END, 'EUR', 20, 'n', 's', 'p', 'c', 'GB',
                       'tok_visa', false, 'DONE', now(), now(), now(), now()
                  FROM generate_series(1, 100000) AS n,
                       LATERAL (SELECT coalesce((ARRAY['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'SHIPPED', 'SHIPPED',
                                                       'CANCELLED', 'REJECTED'])[1 + n / 7 % 70], 'DELIVERED')) AS state (status)""");
        rows.execute("ANALYZE orders");
    }

    @AfterAll
    void forgetThem() throws SQLException {
        rows.close();
    }

    @Test
    void all_orders_come_from_the_index_of_their_ids() throws SQLException {
        thenItComesFrom("orders_pkey", null, null);
    }

    @ParameterizedTest
    @EnumSource
    void orders_of_a_status_come_from_its_index_or_are_frequent_enough_among_all(OrderStatus status)
            throws SQLException {
        thenItComesFrom("orders_(by_status|pkey)", null, status);
    }

    @ParameterizedTest
    @MethodSource("users")
    void orders_of_somebody_come_from_the_index_of_users_or_are_many(UUID user) throws SQLException {
        thenItComesFrom("orders_(of_user|pkey)", user, null);
    }

    /** Where these are few, they are looked up in both indexes, and nothing but they is sorted. */
    @ParameterizedTest
    @MethodSource("users")
    void those_of_a_status_are_never_looked_for_among_all(UUID user) throws SQLException {
        for (OrderStatus status : OrderStatus.values()) {
            for (UUID after : Arrays.asList(null, IN_BETWEEN)) {
                assertThat(plan(user, status, after))
                        .containsPattern("Index Scan( Backward)? (using|on) orders_(of_user|by_status|pkey)")
                        .doesNotContain("Seq Scan");
            }
        }
    }

    static Stream<UUID> users() {
        return Stream.of(WHOLESALER, CUSTOMER, STRANGER);
    }

    /** The first page, and the one behind an order. */
    private void thenItComesFrom(String indexes, UUID user, OrderStatus status) throws SQLException {
        UnseenRows.thenItComesFrom(indexes, "orders", plan(user, status, null));
        UnseenRows.thenItComesFrom(indexes, "orders", plan(user, status, IN_BETWEEN));
    }

    private String plan(UUID user, OrderStatus status, UUID after) throws SQLException {
        String sql = sqlOf(user, status, after).replaceFirst("offset \\? rows", "offset 0 rows");
        for (Object value :
                Stream.of(user, status, after).filter(Objects::nonNull).toList()) {
            sql = sql.replaceFirst("\\?", "'" + value + "'");
        }
        return rows.planOf(sql.replaceFirst("fetch first \\? rows", "fetch first 26 rows"));
    }

    /** As Hibernate says it. */
    private String sqlOf(UUID user, OrderStatus status, UUID after) {
        var before = SQL.getLevel();
        SQL.setLevel(Level.DEBUG);
        try (LogRecords said = LogRecords.watch()) {
            QuarkusTransaction.requiringNew().run(() -> orders.newestFirst(user, status, after, 25));
            return said.all().stream()
                    .filter(line -> line.getLoggerName().equals(SQL.getName()))
                    .map(LogRecord::getMessage)
                    .filter(sql -> sql.contains("order by"))
                    .findFirst()
                    .orElseThrow();
        } finally {
            SQL.setLevel(before);
        }
    }
}
