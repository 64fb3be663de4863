package io.cloudshop.products.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.products.testing.ProductsTest;
import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

@ProductsTest
class EstimatedTotalTest {

    private static final String CATEGORY = "Large category";

    @Inject
    ProductReader reader;

    @Inject
    EntityManager database;

    @Test
    @TestTransaction
    void a_total_is_exact_up_to_ten_thousand_and_says_when_it_is_not() {
        givenProducts(10_000);
        assertThat(total()).isEqualTo(Total.of(10_000));

        givenProducts(2_000);

        assertThat(total().isEstimate()).isTrue();
        assertThat(total().value()).isBetween(10_001L, 15_000L);
    }

    private Total total() {
        return reader.total(new ProductFilter(CATEGORY, null, null, null, List.of()));
    }

    private void givenProducts(int number) {
        run("ALTER TABLE product DISABLE TRIGGER USER");
        run("INSERT INTO category (name) VALUES ('" + CATEGORY + "') ON CONFLICT DO NOTHING");
        run("INSERT INTO product (id, sku, name, sort_name, sort_name_fr, category, price, currency)"
                + " SELECT gen_random_uuid(), 'TOTAL-" + number + "-' || n, 'Lamp', 'lamp', 'lamp', '" + CATEGORY
                + "', 1, 'EUR' FROM generate_series(1, " + number + ") AS n");
        run("ANALYZE product");
    }

    private void run(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }
}
