package io.cloudshop.products.transfer;

import static io.cloudshop.products.testing.Api.levelsOf;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.transfer.Importing.NDJSON;
import static io.cloudshop.products.transfer.Importing.exists;
import static io.cloudshop.products.transfer.Importing.idOf;
import static io.cloudshop.products.transfer.Importing.importing;
import static io.cloudshop.products.transfer.Importing.line;
import static io.cloudshop.products.transfer.Importing.lines;
import static io.cloudshop.products.transfer.Importing.product;
import static io.cloudshop.products.transfer.Importing.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.Api;
import io.cloudshop.products.testing.Api.StockLevels;
import io.cloudshop.products.testing.Parallel;
import io.cloudshop.products.testing.ProductBuilder;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Rows;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ProductsTest
class ProductImportTest {

    @Inject
    AgroalDataSource database;

    @Test
    void a_new_sku_adds_a_product_and_a_known_one_edits_it() {
        String known = anySku();
        String unknown = anySku();
        UUID id = aProduct().with("sku", known).withStock(10).create();

        Response answer = importing(
                aProduct()
                        .with("sku", known)
                        .named("Floor lamp")
                        .priced("59.00")
                        .withStock(12),
                aProduct().with("sku", unknown).named("Wall lamp").withStock(3));

        answer.then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("rejectedCount", equalTo(0))
                .body("rejected", equalTo(List.of()));
        product(known)
                .then()
                .body("id", equalTo(id.toString()))
                .body("name", equalTo("Floor lamp"))
                .body("price.amount", equalTo("59.00"))
                .body("stock", equalTo(12))
                .body("version", equalTo(1));
        product(unknown)
                .then()
                .body("name", equalTo("Wall lamp"))
                .body("stock", equalTo(3))
                .body("version", equalTo(0));
    }

    @Test
    void the_same_file_again_changes_nothing_and_tells_nobody() {
        String[] skus = {anySku(), anySku()};
        String file = lines(
                aProduct().with("sku", skus[0]).in("lighting"),
                aProduct().with("sku", skus[1]).without("stock").without("imageUrl"));
        send(NDJSON, file).then().statusCode(200).body("created", equalTo(2));
        List<String> before = rows(skus);
        long newestEvent = newestEvent();

        send(NDJSON, file)
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(2));

        assertThat(rows(skus)).isEqualTo(before);
        assertThat(eventsSince(newestEvent, skus)).isEmpty();
    }

    @Test
    void the_index_is_told_once_of_each_product() {
        String[] skus = {anySku(), anySku()};
        importing(aProduct().with("sku", skus[0]).withStock(5)).then().statusCode(200);
        long newestEvent = newestEvent();

        importing(
                        aProduct().with("sku", skus[0]).named("Floor lamp").withStock(5),
                        aProduct().with("sku", skus[1]).withStock(5))
                .then()
                .statusCode(200);

        assertThat(newestEvent() - newestEvent).isEqualTo(2);
    }

    @Test
    void of_several_lines_with_one_sku_the_last_counts() {
        String sku = anySku();

        importing(
                        aProduct().with("sku", sku).named("First").withStock(4),
                        aProduct().with("sku", sku.toLowerCase(Locale.ROOT)).named("Second"),
                        aProduct().with("sku", sku).named("Third").without("stock"))
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("updated", equalTo(2));

        product(sku).then().body("name", equalTo("Third")).body("stock", equalTo(10));
    }

    @Test
    void of_several_lines_with_one_sku_the_last_counts_in_the_next_batch_too() {
        String sku = anySku();
        StringBuilder file = new StringBuilder(line(aProduct().with("sku", sku).named("First")));
        IntStream.range(0, 1_100).forEach(i -> file.append(line(aProduct().with("sku", "T-SAME-BATCH-" + i % 3))));
        file.append(line(aProduct().with("sku", sku).named("Last")));

        send(NDJSON, file.toString()).then().statusCode(200);

        product(sku).then().body("name", equalTo("Last")).body("version", equalTo(1));
    }

    @Test
    void a_stock_is_what_can_be_sold_from_then_on_and_one_left_out_stays() {
        String sku = anySku();
        UUID id = aProduct().with("sku", sku).withStock(10).create();
        reserve(Ids.next(), id, 4).then().statusCode(201);

        importing(aProduct().with("sku", sku).withStock(1)).then().statusCode(200);
        assertThat(levelsOf(id)).isEqualTo(new StockLevels(5, 4, 1, 0));
        importing(aProduct().with("sku", sku).named("Floor lamp").without("stock"))
                .then()
                .statusCode(200);

        assertThat(levelsOf(id)).isEqualTo(new StockLevels(5, 4, 1, 0));
        assertThat(Rows.of("SELECT kind || ' ' || delta || ' ' || reason FROM stock_movement WHERE product_id = ?", id))
                .containsExactlyInAnyOrder("INITIAL 10 product added", "ADJUSTMENT -5 import");
    }

    @Test
    void a_stock_alone_is_no_edit() {
        String sku = anySku();
        UUID id = aProduct().with("sku", sku).withStock(10).create();

        importing(aProduct().with("sku", sku).withStock(11))
                .then()
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0));

        product(sku).then().body("stock", equalTo(11)).body("version", equalTo(0));
        assertThat(levelsOf(id).onHand()).isEqualTo(11);
    }

    @Test
    void a_stock_counts_from_what_a_sale_left_that_came_in_between() throws Exception {
        String sku = anySku();
        UUID id = aProduct().with("sku", sku).withStock(10).create();

        Future<Response> answer;
        try (Connection sale = database.getConnection();
                Statement statement = sale.createStatement()) {
            sale.setAutoCommit(false);
            statement.execute("UPDATE product SET held = held + 4 WHERE sku = '" + sku + "'");
            answer = Parallel.start(() -> importing(aProduct().with("sku", sku).withStock(3)));
            await().until(() -> !Rows.of("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                    .isEmpty());
            sale.commit();
        }

        answer.get().then().statusCode(200).body("updated", equalTo(1));
        assertThat(levelsOf(id)).isEqualTo(new StockLevels(7, 4, 3, 0));
    }

    @Test
    void the_same_new_file_twice_at_once_is_there_once() {
        String[] skus = IntStream.range(0, 200).mapToObj(i -> anySku()).toArray(String[]::new);
        ProductBuilder[] products = new ProductBuilder[skus.length];
        IntStream.range(0, skus.length)
                .forEach(i -> products[i] = aProduct().with("sku", skus[i]).in("Batch " + i % 7));
        ProductBuilder[] backwards = List.of(products).reversed().toArray(ProductBuilder[]::new);

        List<Response> answers = inParallel(4, i -> importing(i % 2 == 0 ? products : backwards));

        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(200).body("rejectedCount", equalTo(0)));
        assertThat(answers.stream().mapToInt(answer -> answer.path("created")).sum())
                .isEqualTo(skus.length);
        assertThat(rows(skus)).hasSize(skus.length);
    }

    @Test
    void the_sku_of_a_deleted_product_makes_a_new_one() {
        String sku = anySku();
        UUID first = aProduct().with("sku", sku).create();
        Api.asAdmin().delete("/api/v1/products/{id}", first).then().statusCode(204);

        importing(aProduct().with("sku", sku)).then().body("created", equalTo(1));

        assertThat(idOf(sku)).isNotEqualTo(first);
    }

    @Test
    void a_category_is_spelt_as_it_was_spelt_first() {
        String sku = anySku();
        aProduct().in("Imported Lamps").create();

        importing(aProduct().with("sku", sku).in("  imported   LAMPS "));

        product(sku).then().body("category", equalTo("Imported Lamps"));
    }

    @Test
    void a_dry_run_counts_the_same_and_does_nothing() {
        String known = anySku();
        String unknown = anySku();
        aProduct().with("sku", known).named("Desk lamp").create();
        String file = lines(
                aProduct().with("sku", known).named("Floor lamp"),
                aProduct().with("sku", unknown),
                aProduct().with("sku", unknown),
                aProduct().priced("-1.00"));

        Importing.file(NDJSON, file.getBytes(StandardCharsets.UTF_8))
                .queryParam("dryRun", "true")
                .post("/api/v1/products/import")
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("updated", equalTo(2))
                .body("rejected.line", equalTo(List.of(4)));

        assertThat(exists(unknown)).isFalse();
        product(known).then().body("name", equalTo("Desk lamp"));
    }

    private static List<String> rows(String... skus) {
        return Rows.of("SELECT product::text FROM product WHERE sku = ANY (?) ORDER BY id", (Object) skus);
    }

    private static long newestEvent() {
        return Long.parseLong(
                Rows.of("SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox_event', 'id')), 0)")
                        .getFirst());
    }

    private static List<String> eventsSince(long event, String... skus) {
        return Rows.of(
                "SELECT id FROM outbox_event WHERE id > ? AND aggregate_id IN (SELECT id FROM product WHERE sku = ANY (?))",
                event,
                skus);
    }
}
