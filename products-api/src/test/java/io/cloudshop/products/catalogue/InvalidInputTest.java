package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.RawClient;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class InvalidInputTest {

    private static final String PROBLEM = "application/problem+json";

    /** Neither has an address that is a URI in the sense of Java: brackets are none, and HTTP/1.0 needs no host. */
    @ParameterizedTest
    @ValueSource(strings = {"?id=many&x[]=1 HTTP/1.1\r\nHost: a", "?id=many HTTP/1.0"})
    void a_wrong_parameter_is_400_however_it_is_asked_for(String request) throws Exception {
        try (RawClient client = RawClient.connect()) {
            client.write("GET /api/v1/products" + request + "\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd()).contains(" 400 Bad Request\r\n", "problems/malformed", "id=many");
        }
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void an_unacceptable_value_is_422_and_named(String field, Object value, String named) {
        aProduct()
                .with(field, value)
                .post()
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations.field", hasItem(named));
    }

    static Stream<Arguments> unacceptable() {
        return Stream.of(
                Arguments.of("sku", "straße", "sku"),
                Arguments.of("sku", "a b c", "sku"),
                Arguments.of("name", "🪔".repeat(201), "name"),
                Arguments.of("name", "\u200b\u00a0", "name"),
                Arguments.of("name", "two\u2028lines", "name"),
                Arguments.of("sku", "AB", "sku"),
                Arguments.of("sku", "A".repeat(33), "sku"),
                Arguments.of("sku", null, "sku"),
                Arguments.of("name", "  ", "name"),
                Arguments.of("name", "x".repeat(201), "name"),
                Arguments.of("name", "nul\u0000", "name"),
                Arguments.of("name", "bell\u0007", "name"),
                Arguments.of("name", "two\nlines", "name"),
                Arguments.of("description", "x".repeat(5_001), "description"),
                Arguments.of("description", "nul\u0000", "description"),
                Arguments.of("category", "", "category"),
                Arguments.of("category", "x".repeat(61), "category"),
                Arguments.of("price", null, "price"),
                Arguments.of("price", money("-1.00", "EUR"), "price"),
                Arguments.of("price", money("1.005", "EUR"), "price"),
                Arguments.of("price", money("1.00", "USD"), "price.currency"),
                Arguments.of("price", money("1.00", "XYZZY"), "price"),
                Arguments.of("stock", -1, "stock"),
                Arguments.of("stock", 1_000_001, "stock"),
                Arguments.of("stock", 99_999_999_999L, "stock"),
                Arguments.of("imageUrl", "javascript:alert(1)", "imageUrl"),
                Arguments.of("imageUrl", "http://example.org/a.png", "imageUrl"),
                Arguments.of("imageUrl", "//example.org/a.png", "imageUrl"),
                Arguments.of("imageUrl", "/a b.png", "imageUrl"),
                Arguments.of("imageUrl", "/" + "x".repeat(500), "imageUrl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"sku\": 5}",
                "{\"colour\": \"red\"}",
                "{\"stock\": 1.5}",
                "{\"stock\": \"1\"}",
                "{\"price\": 5}",
                "{\"price\": {\"amount\": 5, \"currency\": \"EUR\"}}"
            })
    void a_body_that_cannot_be_read_is_a_problem_of_the_caller(String body) {
        Response answer = asAdmin().body(body).post("/api/v1/products");

        assertThat(answer.statusCode()).isIn(400, 422);
        answer.then().contentType(PROBLEM).body("", not(hasKey("stack")));
    }

    @Test
    void text_of_any_language_is_welcome() {
        aProduct()
                .named("Lampe d’été 🪔 電灯")
                .with("description", "Line one\nLine two\twith a tab & <b>no</b> markup")
                .in("Küche & Bad")
                .post()
                .then()
                .statusCode(201)
                .body("name", equalTo("Lampe d’été 🪔 電灯"))
                .body("description", equalTo("Line one\nLine two\twith a tab & <b>no</b> markup"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    page=-1                                | 422
                    page=101&size=100                      | 422
                    page=99999999999                       | 422
                    page=99999999999999999999999           | 400
                    page=one                               | 400
                    size=0                                 | 422
                    size=101                               | 422
                    size=ten                               | 400
                    sort=colour                            | 422
                    minPrice=-1                            | 422
                    minPrice=cheap                         | 400
                    minPrice=1e999999999                   | 422
                    minPrice=5.001                         | 422
                    minPrice=20&maxPrice=10                | 422
                    category=a%00b                         | 422
                    inStock=maybe                          | 400
                    category=%F0%28                        | 200
                    category='%22%20OR%201=1--             | 200
                    page=0&size=1&page=x                   | 200
                    colour=red                             | 200
                    """)
    void a_query_is_judged_parameter_by_parameter(String query, int status) {
        for (String path : List.of("/api/v1/products", "/api/v1/products/search")) {
            asAnyone()
                    .urlEncodingEnabled(false)
                    .get(path + "?" + query.replace("'", "%27"))
                    .then()
                    .statusCode(status);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    page=-1         | page
                    size=0          | size
                    sort=colour     | sort
                    minPrice=-1     | minPrice
                    maxPrice=-1     | maxPrice
                    category=a%00b  | category
                    """)
    void what_is_wrong_in_a_query_has_the_name_of_its_parameter(String query, String parameter) {
        for (String path : List.of("/api/v1/products", "/api/v1/products/search")) {
            asAnyone()
                    .urlEncodingEnabled(false)
                    .get(path + "?" + query)
                    .then()
                    .statusCode(422)
                    .body("violations.field", equalTo(List.of(parameter)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products/1",
                "/api/v1/products/00000000-0000-0000-0000-00000000000g",
                "/api/v1/products/'; DROP TABLE product;--",
                "/api/v1/nothing"
            })
    void there_is_nothing_at_other_addresses(String path) {
        asAnyone().get(path).then().statusCode(404).contentType(PROBLEM);
    }

    @ParameterizedTest
    @MethodSource("badReservations")
    void a_reservation_that_makes_no_sense_is_refused(Object body, int status) {
        asService(body).then().statusCode(status).contentType(PROBLEM);
    }

    static Stream<Arguments> badReservations() {
        String id = Ids.next().toString();
        return Stream.of(
                Arguments.of(Map.of("lines", List.of(line(id, 1))), 422),
                Arguments.of(Map.of("orderId", id), 422),
                Arguments.of(Map.of("orderId", id, "lines", List.of()), 422),
                Arguments.of(Map.of("orderId", id, "lines", List.of(line(id, 0))), 422),
                Arguments.of(Map.of("orderId", id, "lines", List.of(line(id, -1))), 422),
                Arguments.of(Map.of("orderId", id, "lines", List.of(line(id, 100))), 422),
                Arguments.of(Map.of("orderId", id, "lines", java.util.Collections.nCopies(101, line(id, 1))), 422),
                Arguments.of(Map.of("orderId", "one", "lines", List.of(line(id, 1))), 400),
                Arguments.of(Map.of("orderId", id, "lines", List.of(line("one", 1))), 400),
                Arguments.of(Map.of("orderId", id, "lines", List.of(line(id, "1"))), 400),
                Arguments.of("{\"orderId\": \"" + id + "\", \"lines\": [null]}", 422),
                Arguments.of(Map.of("orderId", id, "lines", List.of(line(id, 1)), "ttl", 5), 400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delta\": 0, \"reason\": \"x\"}",
                "{\"delta\": 1}",
                "{\"delta\": 1, \"reason\": \" \"}",
                "{\"delta\": 2000000, \"reason\": \"x\"}",
                "{\"reason\": \"x\"}"
            })
    void an_adjustment_needs_a_delta_and_a_reason(String body) {
        asAdmin()
                .body(body)
                .post("/api/v1/products/{id}/stock-adjustments", aProduct().create())
                .then()
                .statusCode(422)
                .body("violations.field", everyItem(not(equalTo(""))));
    }

    @Test
    void other_methods_and_media_types_are_refused_as_problems() {
        asAnyone().delete("/api/v1/categories").then().statusCode(405).contentType(PROBLEM);
        asAdmin()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/products")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        asAnyone().accept("text/csv").get("/api/v1/products").then().statusCode(lessThan(500));
    }

    private static Response asService(Object body) {
        return io.cloudshop.products.testing.Api.asService().body(body).post("/api/v1/reservations");
    }

    private static Map<String, Object> line(String productId, Object quantity) {
        return Map.of("productId", productId, "quantity", quantity);
    }

    private static Map<String, String> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }
}
