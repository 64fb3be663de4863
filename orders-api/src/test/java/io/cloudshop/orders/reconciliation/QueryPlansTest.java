package io.cloudshop.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.order.OrderRepository;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/** What Hibernate remembers of queries does not grow with their number. */
@QuarkusTest
class QueryPlansTest extends OrdersTest {

    @Inject
    EntityManagerFactory factory;

    @Inject
    OrderRepository orders;

    @Inject
    Findings findings;

    @Test
    void a_thousand_calls_make_no_more_plans_than_one() {
        int before = plans();

        for (int i = 0; i < 1_000; i++) {
            Instant longAgo = Instant.EPOCH.plusSeconds(i);
            orders.leaseDue(longAgo, longAgo, 1);
            findings.count();
        }

        assertThat(plans() - before).isLessThan(20);
    }

    /** Also those of what the service does meanwhile. */
    private int plans() {
        return factory.unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }
}
