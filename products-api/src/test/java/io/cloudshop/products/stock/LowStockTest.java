package io.cloudshop.products.stock;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class LowStockTest {

    private static final String PATH = "/api/v1/admin/products/low-stock";

    @Test
    void what_has_no_more_than_the_threshold_is_low_the_scarcest_first() {
        UUID plenty = aProduct().withStock(21).create();
        UUID scarce = aProduct().withStock(20).create();
        UUID soldOut = aProduct().withStock(0).create();

        assertThat(low(20)).containsSubsequence(soldOut, scarce).doesNotContain(plenty);
        assertThat(low(10)).contains(soldOut).doesNotContain(scarce);
    }

    @Test
    void ten_is_the_threshold_where_nobody_says_another() {
        UUID lamp = aProduct().withStock(10).create();
        UUID other = aProduct().withStock(11).create();

        assertThat(idsOf(asAdmin().queryParam("size", 100).get(PATH))).doesNotContain(other);
        assertThat(low(10)).contains(lamp);
    }

    @Test
    void what_is_held_for_orders_is_not_there_to_be_sold() {
        UUID lamp = aProduct().withStock(51).create();
        assertThat(low(50)).doesNotContain(lamp);

        reserve(Ids.next(), lamp, 49);

        Response page = asAdmin().queryParam("after", before(lamp, 5)).get(PATH);
        page.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items[0].productId", equalTo(lamp.toString()))
                .body("items[0].available", equalTo(2))
                .body("items[0].held", equalTo(49));
    }

    @Test
    void a_delivery_takes_a_product_off_the_list_and_so_does_its_end() {
        UUID lamp = aProduct().withStock(1).create();
        UUID gone = aProduct().withStock(1).create();

        adjustStock(lamp, 50);
        asAdmin().delete("/api/v1/products/{id}", gone);

        assertThat(low(50)).doesNotContain(lamp, gone);
    }

    @Test
    void it_is_read_on_behind_a_product_that_is_on_the_list_no_more() {
        List<UUID> lamps = List.of(
                aProduct().withStock(6).create(),
                aProduct().withStock(6).create(),
                aProduct().withStock(6).create());
        Response first = asAdmin()
                .queryParam("after", before(lamps.getFirst(), 10))
                .queryParam("size", 1)
                .get(PATH);
        adjustStock(lamps.getFirst(), 90);

        Response next = asAdmin()
                .queryParam("after", first.<String>path("nextCursor"))
                .queryParam("size", 2)
                .get(PATH);

        assertThat(idsOf(first)).containsExactly(lamps.getFirst());
        assertThat(idsOf(next)).containsExactly(lamps.get(1), lamps.get(2));
    }

    @Test
    void names_are_in_the_language_that_is_asked_for() {
        UUID lamp = aProduct().named("Lamp").withStock(3).create();
        asAdmin()
                .body(Map.of("name", "Lampe", "description", ""))
                .put("/api/v1/products/{id}/translations/fr", lamp)
                .then()
                .statusCode(200);

        asAdmin()
                .queryParam("after", before(lamp, 5))
                .queryParam("lang", "fr")
                .get(PATH)
                .then()
                .header("Content-Language", "fr")
                .body("items[0].name", equalTo("Lampe"));
    }

    @ParameterizedTest
    @CsvSource({"threshold,7,422", "threshold,ten,422", "size,0,422", "size,101,422", "after,nonsense,400"})
    void what_makes_no_sense_is_refused(String parameter, String value, int status) {
        asAdmin().queryParam(parameter, value).get(PATH).then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.", "5.x", "5.00000000-0000-0000-0000-00000000000g"})
    void a_cursor_is_one_of_ours(String after) {
        asAdmin().queryParam("after", after).get(PATH).then().statusCode(400).body("type", endsWith("/malformed"));
    }

    private static List<UUID> low(int threshold) {
        List<UUID> ids = new ArrayList<>();
        String after = null;
        do {
            var request = asAdmin().queryParam("threshold", threshold).queryParam("size", 100);
            Response page = (after == null ? request : request.queryParam("after", after)).get(PATH);
            ids.addAll(idsOf(page));
            after = page.path("nextCursor");
        } while (after != null);
        return ids;
    }

    private static List<UUID> idsOf(Response page) {
        return page.<List<String>>path("items.productId").stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Ids grow: nothing lies between this one and the one before it. */
    private static String before(UUID id, int lowAt) {
        UUID before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
        return lowAt + "." + before;
    }
}
