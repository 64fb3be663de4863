package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.levelsOf;
import static io.cloudshop.products.testing.Api.product;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Api.stockOf;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class ProductEditingTest {

    @Test
    void a_new_product_is_where_its_location_says() {
        String sku = anySku();

        Response created =
                aProduct().with("sku", sku).named("  Dome lamp ").withStock(7).post();

        created.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/products/" + created.path("id")))
                .header("ETag", notNullValue());
        asAnyone()
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("sku", equalTo(sku))
                .body("name", equalTo("Dome lamp"))
                .body("price.amount", equalTo("49.90"))
                .body("price.currency", equalTo("EUR"))
                .body("stock", equalTo(7))
                .body("imageUrl", equalTo("/catalogue/lamp.svg"))
                .body("createdAt", endsWith("Z"))
                .header("ETag", created.header("ETag"));
    }

    @Test
    void description_stock_and_picture_may_be_left_out() {
        aProduct()
                .without("description")
                .without("stock")
                .without("imageUrl")
                .post()
                .then()
                .statusCode(201)
                .body("description", equalTo(""))
                .body("stock", equalTo(0));
    }

    @Test
    void two_products_cannot_share_a_sku() {
        String sku = anySku();

        List<Integer> answers =
                inParallel(8, i -> aProduct().with("sku", sku).post().statusCode());

        assertThat(answers)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        aProduct().with("sku", sku).post().then().statusCode(409).body("type", endsWith("/sku-taken"));
    }

    @Test
    void an_edit_cannot_take_the_sku_of_another_product() {
        String taken = anySku();
        aProduct().with("sku", taken).create();
        UUID other = aProduct().create();

        aProduct()
                .with("sku", taken)
                .put(other, tagOf(other))
                .then()
                .statusCode(409)
                .body("type", endsWith("/sku-taken"));
    }

    @Test
    void the_sku_of_a_deleted_product_may_be_used_again() {
        String sku = anySku();
        UUID first = aProduct().with("sku", sku).create();

        asAdmin().delete("/api/v1/products/{id}", first).then().statusCode(204);

        product(first).then().statusCode(404);
        asAdmin().delete("/api/v1/products/{id}", first).then().statusCode(404);
        UUID second = aProduct().with("sku", sku).create();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void an_edit_answers_with_the_new_product_and_tag() {
        UUID id = aProduct().create();
        String before = tagOf(id);

        Response edited = aProduct().named("Floor lamp").priced("59.00").put(id, before);

        edited.then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("name", equalTo("Floor lamp"))
                .body("price.amount", equalTo("59.00"))
                .body("version", equalTo(1));
        assertThat(edited.header("ETag")).isNotEqualTo(before).isEqualTo(tagOf(id));
    }

    @Test
    void an_edit_without_a_tag_is_428_and_with_an_old_one_412() {
        UUID id = aProduct().create();
        String old = tagOf(id);
        aProduct().named("Floor lamp").put(id, old).then().statusCode(200);

        asAdmin()
                .body(aProduct().body())
                .put("/api/v1/products/{id}", id)
                .then()
                .statusCode(428)
                .body("type", endsWith("/precondition-required"));
        aProduct().put(id, old).then().statusCode(412).body("type", endsWith("/precondition-failed"));
        asAdmin()
                .header("If-Match", old)
                .delete("/api/v1/products/{id}", id)
                .then()
                .statusCode(412);
        product(id).then().body("name", equalTo("Floor lamp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"nonsense\"", "nonsense", "W/\"0-10\"", "\"\"", "\"999999999-10\""})
    void a_tag_that_cannot_be_the_current_one_is_412(String tag) {
        UUID id = aProduct().withStock(10).create();

        aProduct().put(id, tag).then().statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "\"7-3\", \"0-10\""})
    void any_tag_one_of_a_list_or_the_mere_version_will_do(String tag) {
        UUID id = aProduct().withStock(10).create();

        aProduct()
                .named("Floor lamp")
                .withStock(12)
                .put(id, tag)
                .then()
                .statusCode(200)
                .body("stock", equalTo(12));
    }

    @Test
    void of_several_edits_at_once_one_wins() {
        UUID id = aProduct().create();
        String tag = tagOf(id);

        List<Integer> answers =
                inParallel(8, i -> aProduct().named("Lamp " + i).put(id, tag).statusCode());

        assertThat(answers)
                .containsOnly(200, 412)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void a_sale_does_not_spoil_an_edit_and_an_edit_does_not_undo_a_sale() {
        UUID id = aProduct().withStock(10).create();
        String tag = tagOf(id);
        reserve(Ids.next(), id, 4).then().statusCode(201);

        aProduct()
                .named("Floor lamp")
                .withStock(10)
                .put(id, tag)
                .then()
                .statusCode(200)
                .body("stock", equalTo(6));

        assertThat(levelsOf(id).onHand()).isEqualTo(10);
    }

    @Test
    void a_stock_in_an_edit_counts_as_the_difference_to_what_the_editor_saw() {
        UUID id = aProduct().withStock(10).create();
        String tag = tagOf(id);
        reserve(Ids.next(), id, 4).then().statusCode(201);

        aProduct().withStock(13).put(id, tag).then().statusCode(200).body("stock", equalTo(9));
        aProduct().without("stock").put(id, tagOf(id)).then().statusCode(200).body("stock", equalTo(9));

        assertThat(levelsOf(id).onHand()).isEqualTo(13);
    }

    @Test
    void an_edit_cannot_take_units_that_were_sold_in_between() {
        UUID id = aProduct().withStock(10).create();
        String tag = tagOf(id);
        reserve(Ids.next(), id, 4).then().statusCode(201);

        aProduct()
                .named("Floor lamp")
                .withStock(0)
                .put(id, tag)
                .then()
                .statusCode(409)
                .body("type", endsWith("/insufficient-stock"));

        product(id).then().body("name", equalTo("Desk lamp")).body("stock", equalTo(6));
    }

    @Test
    void stock_adjustments_do_not_spoil_an_edit() {
        UUID id = aProduct().withStock(10).create();
        String tag = tagOf(id);

        adjustStock(id, 5);

        aProduct().withStock(10).put(id, tag).then().statusCode(200);
        assertThat(stockOf(id)).isEqualTo(15);
    }

    @Test
    void unknown_products_cannot_be_edited_or_deleted() {
        aProduct().put(Ids.next(), "*").then().statusCode(404);
        asAdmin().delete("/api/v1/products/{id}", Ids.next()).then().statusCode(404);
    }
}
