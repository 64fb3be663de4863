package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.confirm;
import static io.cloudshop.products.testing.Api.product;
import static io.cloudshop.products.testing.Api.release;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Api.stockOf;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In tests products are remembered for longer than any of these takes: what is seen is not the end of that time. */
@ProductsTest
class CatalogueCacheTest {

    private static final String STREAM = "cloudshop:products:changed";

    @Inject
    AgroalDataSource database;

    @Inject
    RedisDataSource redis;

    @Inject
    MeterRegistry metrics;

    private String category;
    private UUID lamp;

    @BeforeEach
    void givenAProductThatWasRead() {
        category = anySku();
        lamp = aProduct().in(category).withStock(10).create();
        product(lamp).then().statusCode(200);
    }

    @Test
    void a_product_is_read_from_memory() throws SQLException {
        double before = hits();
        givenAnEditBehindOurBack();

        product(lamp).then().body("name", equalTo("Desk lamp")).body("price.amount", equalTo("49.90"));

        assertThat(hits()).isGreaterThan(before);
    }

    @Test
    void a_reservation_has_the_price_of_the_table_whatever_is_remembered() throws SQLException {
        givenAnEditBehindOurBack();
        product(lamp).then().body("price.amount", equalTo("49.90"));

        reserve(Ids.next(), lamp, 1)
                .then()
                .statusCode(201)
                .body("lines.unitPrice.amount", contains("1.23"))
                .body("lines.name", contains("Edited"));
    }

    @Test
    void whoever_changed_a_product_sees_it_changed() {
        UUID order = Ids.next();

        reserve(order, lamp, 2);
        assertThat(stockOf(lamp)).isEqualTo(8);
        confirm(order);
        assertThat(stockOf(lamp)).isEqualTo(8);
        release(order);
        assertThat(stockOf(lamp)).isEqualTo(10);
        adjustStock(lamp, -1);
        assertThat(stockOf(lamp)).isEqualTo(9);
        aProduct()
                .in(category)
                .named("Floor lamp")
                .without("stock")
                .put(lamp, tagOf(lamp))
                .then()
                .statusCode(200);
        product(lamp).then().body("name", equalTo("Floor lamp")).body("stock", equalTo(9));
        asAdmin().delete("/api/v1/products/{id}", lamp).then().statusCode(204);
        product(lamp).then().statusCode(404);
    }

    @Test
    void what_was_not_committed_is_not_seen() {
        double before = hits();
        reserve(Ids.next(), lamp, 2, Ids.next(), 1).then().statusCode(404);

        assertThat(stockOf(lamp)).isEqualTo(10);
        assertThat(hits()).as("and nothing was forgotten").isGreaterThan(before);
    }

    @Test
    void counts_are_those_after_ones_own_change() {
        thenThereAre(1);

        UUID second = aProduct().in(category).create();
        thenThereAre(2);
        asAdmin().delete("/api/v1/products/{id}", second).then().statusCode(204);
        thenThereAre(1);
        aProduct().in(anySku()).put(lamp, tagOf(lamp)).then().statusCode(200);
        asAnyone()
                .get("/api/v1/categories")
                .then()
                .body("findAll { it.name == '" + category + "' }.size()", equalTo(0));
    }

    @Test
    void how_many_are_in_stock_is_counted_after_each_sale() {
        aProduct().in(category).withStock(1).create();
        thenInStockAre(2);

        adjustStock(lamp, -10);

        thenInStockAre(1);
    }

    private void thenInStockAre(int number) {
        asAnyone()
                .get("/api/v1/products?inStock=true&page=1&size=10&category={c}", category)
                .then()
                .body("total", equalTo(number));
    }

    @Test
    void what_another_replica_changed_is_seen_moments_later() throws SQLException {
        givenAnEditBehindOurBack();
        product(lamp).then().body("name", equalTo("Desk lamp"));

        whenAnotherReplicaTells(Map.of("sender", Ids.next().toString(), "ids", lamp.toString(), "listed", "true"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> product(lamp).then().body("name", equalTo("Edited")));
    }

    @Test
    void of_news_that_make_no_sense_everything_is_forgotten() throws SQLException {
        givenAnEditBehindOurBack();

        whenAnotherReplicaTells(Map.of("colour", "red"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> product(lamp).then().body("name", equalTo("Edited")));
    }

    @Test
    void other_replicas_are_told() {
        String last = redis.stream(String.class).xrevrange(STREAM, StreamRange.of("-", "+"), 1).stream()
                .findFirst()
                .map(message -> message.id())
                .orElse("0");

        adjustStock(lamp, 1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(redis.stream(String.class).xread(STREAM, last))
                        .anySatisfy(message -> assertThat(message.payload())
                                .containsEntry("listed", "false")
                                .extractingByKey("ids")
                                .asString()
                                .contains(lamp.toString())));
    }

    private void thenThereAre(int number) {
        asAnyone()
                .get("/api/v1/categories")
                .then()
                .body("find { it.name == '" + category + "' }.productCount", equalTo(number));
        asAnyone().get("/api/v1/products?category={c}&size=1", category).then().body("total", equalTo(number));
    }

    private void givenAnEditBehindOurBack() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE product SET name = 'Edited', price = 1.23 WHERE id = '" + lamp + "'");
        }
    }

    private void whenAnotherReplicaTells(Map<String, String> news) {
        redis.stream(String.class).xadd(STREAM, news);
    }

    private double hits() {
        return metrics.get("cloudshop.catalogue.cache.requests")
                .tag("cache", "product")
                .tag("result", "hit")
                .counter()
                .count();
    }
}
