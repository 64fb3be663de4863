package io.cloudshop.orders.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other tests sell too, so that it is the difference that counts. */
@QuarkusTest
class SalesTest extends OrdersTest {

    private static final String SALES = "/api/v1/admin/orders/sales";

    private final Customer alice = Customer.isNew();
    private final Customer admin = Customer.admin();
    private final Product lamp = givenProduct("lamp", "19.90", 50);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void what_came_about_counts_on_the_day_it_was_placed() {
        long orders = ordersOn(today);
        BigDecimal revenue = revenueOn(today);

        givenOrder(alice, Basket.of(lamp, 1));
        UUID shipped = givenOrder(alice, Basket.of(lamp, 2));
        as(admin).post("/api/v1/admin/orders/" + shipped + "/ship").then().statusCode(200);
        UUID cancelled = givenOrder(alice, Basket.of(lamp, 3));
        as(alice).post(ORDERS + "/" + cancelled + "/cancel").then().statusCode(200);

        assertThat(ordersOn(today) - orders).isEqualTo(2);
        assertThat(revenueOn(today).subtract(revenue)).isEqualByComparingTo("59.70");
    }

    @Test
    void a_day_begins_and_ends_in_utc() {
        LocalDate day = today.minusDays(1);
        long yesterday = ordersOn(day);
        long before = ordersOn(day.minusDays(1));

        Instant begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = begin.plus(1, ChronoUnit.DAYS);
        place(givenOrder(alice, Basket.of(lamp, 1)), begin);
        place(givenOrder(alice, Basket.of(lamp, 1)), end.minusMillis(1));
        place(givenOrder(alice, Basket.of(lamp, 1)), begin.minusMillis(1));

        assertThat(ordersOn(day) - yesterday).isEqualTo(2);
        assertThat(ordersOn(day.minusDays(1)) - before).isOne();
    }

    @Test
    void each_day_is_there_and_none_before() {
        List<String> days = sales(3).getList("items.day");

        assertThat(days)
                .containsExactly(
                        today.minusDays(2).toString(), today.minusDays(1).toString(), today.toString());
    }

    @Test
    void each_currency_has_a_sum_of_its_own() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        Instant longAgo = today.minusDays(80).atStartOfDay().toInstant(ZoneOffset.UTC);
        place(order, longAgo);
        place(givenOrder(alice, Basket.of(lamp, 2)), longAgo);
        database.execute("UPDATE orders SET currency = 'KWD' WHERE id = ?", order);
        try {
            String day = "items.find { it.day == '" + today.minusDays(80) + "' }";
            assertThat(sales(90).getList(day + ".revenue.currency")).containsExactly("EUR", "KWD");
            assertThat(sales(90).getList(day + ".revenue.amount")).containsExactly("39.80", "19.900");
            assertThat(sales(90).getInt(day + ".orders")).isEqualTo(2);
        } finally {
            database.execute("UPDATE orders SET currency = 'EUR' WHERE id = ?", order);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 422, invalid",
        "91, 422, invalid",
        "-1, 422, invalid",
        "x, 400, malformed",
        "99999999999, 400, malformed"
    })
    void a_number_of_days_that_is_none_is_refused(String days, int status, String problem) {
        thenProblem(as(admin).get(SALES + "?days=" + days), status, problem);
    }

    private void place(UUID order, Instant when) {
        database.execute("UPDATE orders SET created_at = ? WHERE id = ?", Timestamp.from(when), order);
    }

    private long ordersOn(LocalDate day) {
        return sales(90).getLong("items.find { it.day == '" + day + "' }.orders");
    }

    private BigDecimal revenueOn(LocalDate day) {
        String euros = sales(90)
                .getString("items.find { it.day == '" + day + "' }.revenue.find { it.currency == 'EUR' }?.amount");
        return euros == null ? BigDecimal.ZERO : new BigDecimal(euros);
    }

    private JsonPath sales(int days) {
        return as(admin)
                .get(SALES + "?days=" + days)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
