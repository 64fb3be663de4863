package io.cloudshop.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.products.catalogue.ProductFilters;
import io.cloudshop.products.catalogue.ProductQuery;
import io.cloudshop.products.testing.ProductsTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/** What Hibernate remembers of queries does not grow with their number. */
@ProductsTest
class QueryPlansTest {

    @Inject
    EntityManagerFactory factory;

    @Inject
    ProductFilters filters;

    @Inject
    ProductDocuments documents;

    @Test
    void a_thousand_calls_make_no_more_plans_than_one() {
        int before = plans();

        for (int i = 0; i < 1_000; i++) {
            filters.of(new ProductQuery("Category " + i, null, null, null, 0, 20));
            documents.samples(1, 1);
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
