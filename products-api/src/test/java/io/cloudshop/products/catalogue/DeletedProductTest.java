package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.product;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Rows;
import io.cloudshop.products.testing.SearchEngine;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProductsTest
class DeletedProductTest {

    private final String word = "zx" + System.nanoTime();
    private final String sku = anySku();
    private final UUID order = Ids.next();
    private UUID product;

    @BeforeEach
    void givenAProductThatSomebodyOrdered() {
        product = aProduct()
                .named("Lamp " + word)
                .in(word)
                .with("sku", sku)
                .withStock(10)
                .create();
        reserve(order, product, 3).then().statusCode(201);
        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
    }

    @Test
    void it_is_nowhere_any_more() {
        delete().then().statusCode(204);

        product(product).then().statusCode(404);
        asAnyone()
                .get("/api/v1/products?category={c}", word)
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
        asAnyone()
                .get("/api/v1/products?id={id}", product)
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
        asAnyone().get("/api/v1/categories").then().body("findAll { it.name == '" + word + "' }", empty());
        search("q", word).then().body("items", empty());
        asAdmin().get("/api/v1/products/{id}/stock", product).then().statusCode(404);
        assertThat(asAdmin().get("/api/v1/products/export").asString()).doesNotContain(sku);
        eventually(() -> search("q", word).then().body("total", equalTo(0)));
    }

    @Test
    void nothing_can_be_done_with_it() {
        delete().then().statusCode(204);

        aProduct().put(product, "*").then().statusCode(404);
        adjustStock(product, 5).then().statusCode(404);
        reserve(Ids.next(), product, 1)
                .then()
                .statusCode(404)
                .body("type", endsWith("/unknown-product"))
                .body("productIds", contains(product.toString()));
    }

    @Test
    void what_orders_have_of_it_stays_and_the_database_keeps_its_row() {
        delete().then().statusCode(204);

        reserve(order, product, 3).then().statusCode(201).body("lines.sku", contains(sku));
        assertThat(Rows.of("SELECT held FROM product WHERE id = ?", product)).containsExactly("3");
        assertThat(Rows.of(
                        "SELECT confdeltype::text FROM pg_constraint WHERE contype = 'f' AND confrelid = 'product'::regclass"
                                + " AND conrelid <> 'product_translation'::regclass"))
                .as("to be refused while somebody refers to it, in each table that does; its own texts do not")
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly("a");
    }

    @Test
    void a_second_delete_finds_nothing_and_changes_nothing() {
        assertThat(inParallel(6, i -> delete().statusCode()))
                .containsOnly(204, 404)
                .filteredOn(status -> status == 204)
                .hasSize(1);
        List<String> since = deletedAt();

        delete().then().statusCode(404);

        assertThat(deletedAt()).isEqualTo(since);
    }

    @Test
    void its_sku_makes_a_new_product_as_often_as_it_is_deleted() {
        delete().then().statusCode(204);
        UUID second = aProduct().with("sku", sku).create();
        asAdmin().delete("/api/v1/products/{id}", second).then().statusCode(204);

        UUID third = aProduct().with("sku", sku).create();

        assertThat(Rows.of("SELECT id FROM product WHERE sku = ? AND deleted_at IS NULL", sku))
                .containsExactly(third.toString());
        aProduct().with("sku", sku).post().then().statusCode(409).body("type", endsWith("/sku-taken"));
        product(product).then().statusCode(404);
        product(second).then().statusCode(404);
    }

    @Test
    void no_rebuild_brings_it_back() {
        delete().then().statusCode(204);
        eventually(() -> search("q", word).then().body("total", equalTo(0)));

        String job = asAdmin()
                .post("/api/v1/search-index/rebuild")
                .then()
                .statusCode(202)
                .extract()
                .path("jobId");
        eventually(() ->
                asAdmin().get("/api/v1/search-index/rebuild/{id}", job).then().body("status", equalTo("COMPLETED")));

        SearchEngine.request("GET", "/product-write/_doc/" + product, "").then().statusCode(404);
        search("q", word).then().body("source", equalTo("index")).body("total", equalTo(0));
    }

    private Response delete() {
        return asAdmin().delete("/api/v1/products/{id}", product);
    }

    private List<String> deletedAt() {
        return Rows.of("SELECT deleted_at FROM product WHERE id = ?", product);
    }
}
