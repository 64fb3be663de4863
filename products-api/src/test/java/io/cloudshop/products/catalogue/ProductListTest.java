package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ProductsTest
class ProductListTest {

    private String category;
    private UUID banana;

    @BeforeEach
    void givenFourProductsOfOneCategory() {
        category = anySku();
        aProduct().in(category).named("cherry lamp").priced("30.00").create();
        aProduct().in(category).named("Apple lamp").priced("20.00").create();
        banana = aProduct()
                .in(category)
                .named("Banana lamp")
                .priced("10.00")
                .withStock(0)
                .create();
        aProduct().in(category).named("date lamp").priced("20.00").create();
    }

    @ParameterizedTest
    @CsvSource({
        "name,   Apple Banana cherry date",
        "-name,  date cherry Banana Apple",
        "price,  Banana Apple date cherry",
        "-price, cherry date Apple Banana",
        "newest, date Banana Apple cherry"
    })
    void products_come_in_the_order_asked_for(String sort, String names) {
        assertThat(namesOf(list("sort", sort))).containsExactly(names.split(" "));
    }

    @Test
    void products_come_by_name_when_no_order_is_asked_for() {
        assertThat(namesOf(list())).containsExactly("Apple", "Banana", "cherry", "date");
    }

    @Test
    void both_prices_of_a_range_are_inside_it() {
        assertThat(namesOf(list("minPrice", "10", "maxPrice", "20.00"))).containsExactly("Apple", "Banana", "date");
        assertThat(namesOf(list("minPrice", "20.01"))).containsExactly("cherry");
    }

    @Test
    void products_can_be_narrowed_to_those_that_can_be_bought() {
        assertThat(namesOf(list("inStock", "true"))).containsExactly("Apple", "cherry", "date");
        assertThat(namesOf(list("inStock", "false"))).containsExactly("Banana");

        adjustStock(banana, 1);

        assertThat(namesOf(list("inStock", "true"))).contains("Banana");
    }

    @Test
    void some_products_can_be_asked_for_by_id() {
        UUID deleted = aProduct().in(category).create();
        asAdmin().delete("/api/v1/products/{id}", deleted);

        asAnyone()
                .get("/api/v1/products?id={a}&id={b}&id={c}", banana, deleted, Ids.next())
                .then()
                .statusCode(200)
                .body("items.id", contains(banana.toString()))
                .body("total", equalTo(1));
        asAnyone().get("/api/v1/products?id=one").then().statusCode(400);
    }

    @Test
    void pages_neither_overlap_nor_leave_anything_out() {
        List<String> names = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            Response answer = list("sort", "price", "page", page, "size", 2);
            answer.then().body("page", equalTo(page)).body("size", equalTo(2)).body("total", equalTo(4));
            names.addAll(namesOf(answer));
        }

        assertThat(names).containsExactly("Banana", "Apple", "date", "cherry");
    }

    @Test
    void the_deepest_page_is_empty_and_well() {
        list("page", 100, "size", 100)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total", equalTo(4));
    }

    @Test
    void categories_count_what_is_on_the_catalogue() {
        asAdmin().delete("/api/v1/products/{id}", banana);

        asAnyone()
                .get("/api/v1/categories")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, no-cache")
                .body("findAll { it.name == '" + category + "' }.productCount", contains(3));
        assertThat(namesOf(list())).doesNotContain("Banana");
    }

    private Response list(Object... parameters) {
        var request = asAnyone().queryParam("category", category);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/products");
    }

    private static List<String> namesOf(Response page) {
        return page.jsonPath().getList("items.name", String.class).stream()
                .map(name -> name.replace(" lamp", ""))
                .toList();
    }
}
