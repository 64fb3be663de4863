package io.cloudshop.products.catalogue;

import static io.cloudshop.products.translation.ContentLanguage.ENGLISH;
import static io.cloudshop.products.translation.ContentLanguage.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.UnseenRows;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How PostgreSQL goes about lists of 20 000 products more, which are gone afterwards. */
@ProductsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlanTest {

    @Inject
    AgroalDataSource database;

    private UnseenRows rows;

    @BeforeEach
    void givenACatalogue() throws SQLException {
        if (rows != null) {
            return;
        }
        rows = new UnseenRows(database);
        rows.execute("ALTER TABLE product DISABLE TRIGGER USER");
        rows.execute("INSERT INTO category (name) SELECT 'Plan ' || n FROM generate_series(0, 19) AS n");
        rows.execute("""
                INSERT INTO product (id, sku, name, sort_name, sort_name_fr, category, price, currency, supplied, created_at)
                SELECT gen_random_uuid(), 'PLAN-' || n, 'Name ' || n, md5(n::text), md5(n::text), 'Plan ' || n % 20, n * 7919 % 20000 / 100.0, 'EUR',
                       CASE WHEN n % 50 = 0 THEN 0 ELSE 9 END, now() - n * interval '1 minute'
                  FROM generate_series(1, 20000) AS n""");
        rows.execute("ANALYZE product");
        rows.execute("ANALYZE category");
    }

    @AfterAll
    void forgetIt() throws SQLException {
        rows.close();
    }

    @ParameterizedTest
    @EnumSource
    void its_index_gives_a_list_in_order(ProductOrder order) throws SQLException {
        String index = indexOf(order);

        thenItComesFrom("product_by_" + index, page(order, filter(null, null), null, 0));
        thenItComesFrom("product_by_" + index, page(order, filter(null, true), null, 0));
        thenItComesFrom("product_sold_out_by_" + index, page(order, filter(null, false), null, 0));
        thenItComesFrom("product_by_category_and_" + index, page(order, filter("plan  7", null), null, 0));
        thenItComesFrom("product_by_category_and_" + index, page(order, filter("plan  7", true), null, 0));
    }

    @ParameterizedTest
    @EnumSource
    void a_category_with_others_in_it_needs_an_index_too(ProductOrder order) throws SQLException {
        ProductFilter family = filter("Plan 7", null).in("Plan 7", List.of("Plan 8", "Plan 9"));

        assertThat(page(order, family, null, 0))
                .containsPattern("Index( Only)? Scan( Backward)? using product_by|Bitmap Index Scan on product_by")
                .doesNotContain("Seq Scan on product");
    }

    @ParameterizedTest
    @EnumSource
    void it_goes_on_behind_a_cursor_from_there(ProductOrder order) throws SQLException {
        for (String category : Arrays.asList(null, "Plan 7")) {
            String plan = page(order, filter(category, null), cursor(order), 0);

            thenItComesFrom((category == null ? "product_by_" : "product_by_category_and_") + indexOf(order), plan);
            assertThat(plan).contains("ROW(");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME", "NAME_DESCENDING"})
    void french_names_have_indexes_of_their_own(ProductOrder order) throws SQLException {
        thenItComesFrom("product_by_french_name", inFrench(order, filter(null, null), null));
        thenItComesFrom("product_by_french_name", inFrench(order, filter(null, null), cursor(order)));
        thenItComesFrom("product_sold_out_by_french_name", inFrench(order, filter(null, false), null));
        thenItComesFrom("product_by_category_and_french_name", inFrench(order, filter("plan  7", null), null));
    }

    @ParameterizedTest
    @EnumSource
    void of_what_lies_before_a_deep_page_only_the_index_is_read(ProductOrder order) throws SQLException {
        // What nobody else sees yet counts as not to be found in an index alone, which makes its reading look dear.
        rows.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off");
        String plan = page(order, filter(null, null), null, 10_000);
        rows.execute("SET LOCAL enable_seqscan = on; SET LOCAL enable_sort = on");

        assertThat(plan)
                .contains("Index Only Scan")
                .contains("product_by_" + indexOf(order))
                .doesNotContain("Seq Scan on product");
    }

    @ParameterizedTest
    @EnumSource
    void prices_are_looked_up_or_the_order_is(ProductOrder order) throws SQLException {
        for (String category : Arrays.asList(null, "Plan 7")) {
            for (String highest : List.of("10.02", "190")) {
                ProductFilter filter =
                        new ProductFilter(category, BigDecimal.TEN, new BigDecimal(highest), null, List.of());

                assertThat(page(order, filter, null, 0))
                        .containsPattern(
                                "Index( Only)? Scan( Backward)? using product_by|Bitmap Index Scan on product_by")
                        .doesNotContain("Seq Scan on product");
            }
        }
    }

    @Test
    void products_by_id_are_looked_up() throws SQLException {
        ProductFilter some = new ProductFilter(null, null, null, null, List.of(UUID.randomUUID(), UUID.randomUUID()));

        assertThat(page(ProductOrder.NAME, some, null, 0)).contains("product_pkey");
        assertThat(plan(new ProductSelection(some, ENGLISH).all(), some, null)).contains("product_pkey");
    }

    @Test
    void nobody_counts_further_than_is_told() throws SQLException {
        assertThat(count(filter(null, null))).contains("Limit");
        assertThat(count(filter("Plan 7", null)))
                .contains("Limit", "product_by_category_and")
                .doesNotContain("Seq Scan on product");
    }

    private String count(ProductFilter filter) throws SQLException {
        return plan(new ProductSelection(filter, ENGLISH).count(), filter, null);
    }

    private static void thenItComesFrom(String index, String plan) {
        UnseenRows.thenItComesFrom(index, "product", plan);
    }

    private static String indexOf(ProductOrder order) {
        return switch (order) {
            case NAME, NAME_DESCENDING -> "name";
            case PRICE, PRICE_DESCENDING -> "price";
            case NEWEST -> "age";
        };
    }

    private static ProductFilter filter(String category, Boolean inStock) {
        return new ProductFilter(category, null, null, inStock, List.of());
    }

    private static ProductCursor cursor(ProductOrder order) {
        String key =
                switch (order) {
                    case NAME, NAME_DESCENDING -> "Lamp";
                    case PRICE, PRICE_DESCENDING -> "100.00";
                    case NEWEST -> Instant.now().minus(Duration.ofDays(7)).toString();
                };
        return new ProductCursor(order, ENGLISH, key, UUID.randomUUID());
    }

    private String page(ProductOrder order, ProductFilter filter, ProductCursor cursor, int offset)
            throws SQLException {
        return plan(new ProductSelection(filter, ENGLISH).behind(cursor).page(order, offset, 21), filter, cursor);
    }

    private String inFrench(ProductOrder order, ProductFilter filter, ProductCursor cursor) throws SQLException {
        return plan(new ProductSelection(filter, FRENCH).behind(cursor).page(order, 0, 21), filter, cursor);
    }

    /** With the values in place, as the planner sees them. */
    private String plan(String sql, ProductFilter filter, ProductCursor cursor) throws SQLException {
        String text = sql;
        for (var value :
                new ProductSelection(filter, ENGLISH).behind(cursor).values().entrySet()) {
            text = text.replaceAll(":" + value.getKey() + "\\b", literal(value.getValue()));
        }
        return rows.planOf(text);
    }

    private static String literal(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case UUID[] ids -> "'{" + Arrays.stream(ids).map(UUID::toString).collect(Collectors.joining(",")) + "}'";
            case String[] names -> "'{" + String.join(",", names) + "}'";
            default -> "'" + value + "'";
        };
    }
}
