package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CheckoutInputTest extends OrdersTest {

    private static final String ID = "0192f0c1-7d7a-7000-8000-000000000001";
    private static final Basket VALID =
            Basket.fromCart().with("lines", List.of(Map.of("productId", ID, "quantity", 1)));

    private final Customer alice = Customer.isNew();

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of(VALID.with("shippingAddress", null), "shippingAddress"),
                Arguments.of(VALID.with("payment", null), "payment"),
                Arguments.of(VALID.withAddress("name", null), "shippingAddress.name"),
                Arguments.of(VALID.withAddress("street", null), "shippingAddress.street"),
                Arguments.of(VALID.withAddress("postalCode", null), "shippingAddress.postalCode"),
                Arguments.of(VALID.withAddress("city", null), "shippingAddress.city"),
                Arguments.of(VALID.withAddress("country", null), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("name", ""), "shippingAddress.name"),
                Arguments.of(VALID.withAddress("street", "   "), "shippingAddress.street"),
                Arguments.of(VALID.withAddress("city", "\t"), "shippingAddress.city"),
                Arguments.of(VALID.withAddress("country", ""), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("name", "a".repeat(101)), "shippingAddress.name"),
                Arguments.of(VALID.withAddress("street", "a".repeat(201)), "shippingAddress.street"),
                Arguments.of(VALID.withAddress("postalCode", "1".repeat(21)), "shippingAddress.postalCode"),
                Arguments.of(VALID.withAddress("city", "a".repeat(101)), "shippingAddress.city"),
                Arguments.of(VALID.withAddress("country", "France"), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("country", "FRA"), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("country", "250"), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("country", "XX"), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("country", "UK"), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("country", "ﬁ"), "shippingAddress.country"),
                Arguments.of(VALID.withAddress("name", "😀".repeat(101)), "shippingAddress.name"),
                Arguments.of(VALID.withAddress("name", "\u200b\u00a0"), "shippingAddress.name"),
                Arguments.of(VALID.withAddress("name", "Ada\nLovelace"), "shippingAddress.name"),
                Arguments.of(VALID.withAddress("street", "1\u0000"), "shippingAddress.street"),
                Arguments.of(VALID.withAddress("city", "Lon\u0007don"), "shippingAddress.city"),
                Arguments.of(VALID.withAddress("city", "Lon\u0085don"), "shippingAddress.city"),
                Arguments.of(VALID.withAddress("city", "Lon\u2028don"), "shippingAddress.city"),
                Arguments.of(VALID.withPayment("method", null), "payment.method"),
                Arguments.of(VALID.withPayment("method", "cash"), "payment.method"),
                Arguments.of(VALID.withPayment("method", "CARD"), "payment.method"),
                Arguments.of(VALID.withPayment("token", null), "payment.token"),
                Arguments.of(VALID.withPayment("token", ""), "payment.token"),
                Arguments.of(VALID.withPayment("token", "tok visa"), "payment.token"),
                Arguments.of(VALID.withPayment("token", "t".repeat(101)), "payment.token"),
                Arguments.of(withLine(Map.of("quantity", 1)), "lines[0].productId"),
                Arguments.of(withLine(Map.of("productId", "", "quantity", 1)), "lines[0].productId"),
                Arguments.of(withLine(Map.of("productId", ID)), "lines[0].quantity"),
                Arguments.of(withLine(Map.of("productId", ID, "quantity", 0)), "lines[0].quantity"),
                Arguments.of(withLine(Map.of("productId", ID, "quantity", -1)), "lines[0].quantity"),
                Arguments.of(withLine(Map.of("productId", ID, "quantity", 100)), "lines[0].quantity"),
                Arguments.of(VALID.with("lines", Collections.singletonList(null)), "lines[0]"),
                Arguments.of(VALID.with("lines", hundredAndOneLines()), "lines"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void a_value_that_is_not_acceptable_is_named(Basket basket, String field) {
        Response answer = whenCheckingOut(alice, basket);

        thenProblem(answer, 422, "invalid");
        answer.then().body("violations.field", hasItem(field));
    }

    static Stream<Object> malformed() {
        return Stream.of(
                "",
                "null",
                "{",
                "[]",
                "1",
                "\"order\"",
                "not json",
                "[".repeat(5_000),
                VALID.with("coupon", "FREE").body(),
                VALID.with("total", Map.of("amount", "0.01", "currency", "EUR")).body(),
                VALID.with("userId", UUID.randomUUID()).body(),
                VALID.withAddress("state", "NY").body(),
                VALID.withPayment("amount", "0.01").body(),
                withLine(Map.of("productId", ID, "quantity", 1, "price", "0.01"))
                        .body(),
                withLine(Map.of("productId", ID, "quantity", "1")).body(),
                withLine(Map.of("productId", ID, "quantity", 1.5)).body(),
                withLine(Map.of("productId", ID, "quantity", true)).body(),
                withLine(Map.of("productId", ID, "quantity", 9_999_999_999L)).body(),
                withLine(Map.of("productId", "lamp", "quantity", 1)).body(),
                withLine(Map.of("productId", 1, "quantity", 1)).body(),
                VALID.with("lines", Map.of()).body(),
                VALID.with("lines", "lamp").body(),
                VALID.withAddress("country", 33).body(),
                VALID.withAddress("country", true).body(),
                VALID.withAddress("country", List.of("FR")).body(),
                VALID.withAddress("country", Map.of("code", "FR")).body(),
                VALID.with("shippingAddress", "London").body(),
                VALID.with("payment", "card").body());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_body_of_another_shape_is_malformed(Object body) {
        thenProblem(whenPosting(alice, newKey(), body), 400, "malformed");
    }

    @Test
    void half_a_character_is_refused_and_never_stored() {
        String body =
                "{\"lines\":[{\"productId\":\"%s\",\"quantity\":1}],\"payment\":{\"method\":\"card\",\"token\":\"tok_visa\"},"
                        + "\"shippingAddress\":{\"name\":\"Ada \\ud800\",\"street\":\"1\",\"postalCode\":\"2\",\"city\":\"C\",\"country\":\"GB\"}}";

        Response answer = whenPosting(alice, newKey(), body.formatted(ID));

        thenProblem(answer, 422, "invalid");
    }

    @Test
    void something_after_the_end_of_the_body_is_malformed() {
        thenProblem(whenPosting(alice, newKey(), "{} {}"), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/xml"})
    void a_body_of_another_media_type_is_not_read(String mediaType) {
        Response answer = as(alice)
                .header("Idempotency-Key", newKey())
                .header("Content-Type", mediaType)
                .body("lines=1".getBytes(StandardCharsets.UTF_8))
                .post(ORDERS);

        thenProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void without_an_idempotency_key_nothing_is_ordered() {
        Response answer =
                as(alice).contentType(ContentType.JSON).body(VALID.body()).post(ORDERS);

        thenProblem(answer, 400, "idempotency-key-required");
    }

    static Stream<String> badKeys() {
        return Stream.of("", " ", "two words", "k".repeat(256), "schl\u00fcssel");
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void a_key_that_is_none_is_refused(String key) {
        thenProblem(whenCheckingOut(alice, key, VALID), 400, "idempotency-key-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "a:b/c?d=e~"})
    void any_other_key_will_do(String key) {
        Product lamp = givenProduct("lamp", "19.90", 7);

        whenCheckingOut(alice, key, Basket.of(lamp, 1)).then().statusCode(201);
    }

    @Test
    void an_address_may_use_every_script() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Basket basket = Basket.of(lamp, 1)
                .withAddress("name", "Zoë Müller-Łukasiewicz 😀")
                .withAddress("street", "千代田区 1-1")
                .withAddress("city", "Ὀδησσός");

        UUID order = givenOrder(alice, basket);

        assertThat(as(alice).get(ORDERS + "/" + order).jsonPath().getMap("shippingAddress"))
                .isEqualTo(basket.body().get("shippingAddress"));
    }

    @Test
    void an_address_is_kept_in_one_form() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Basket basket = Basket.of(lamp, 1)
                .withAddress("name", "  Zoe\u0308 \u00a0 Müller\u200b ")
                .withAddress("postalCode", " 75001 ")
                .withAddress("country", " fr ");

        UUID order = givenOrder(alice, basket);

        as(alice)
                .get(ORDERS + "/" + order)
                .then()
                .body("shippingAddress.name", equalTo("Zoë Müller"))
                .body("shippingAddress.postalCode", equalTo("75001"))
                .body("shippingAddress.country", equalTo("FR"));
    }

    @Test
    void a_limit_counts_characters_and_not_their_halves() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Basket basket = Basket.of(lamp, 1)
                .withAddress("name", "😀".repeat(100))
                .withAddress("street", "𝒜".repeat(200))
                .withAddress("postalCode", "𝟙".repeat(20))
                .withAddress("city", "e\u0301".repeat(100));

        whenCheckingOut(alice, newKey(), basket).then().statusCode(201);
    }

    @AfterEach
    void whatWasRefusedLeftNothingBehind() {
        assertThat(database.number(
                        "SELECT count(*) FROM orders WHERE user_id = ? AND status <> 'CONFIRMED'", alice.id()))
                .isZero();
    }

    private static Basket withLine(Map<String, Object> line) {
        return VALID.with("lines", List.of(line));
    }

    private static List<Object> hundredAndOneLines() {
        return Stream.generate(() -> (Object) Map.of("productId", UUID.randomUUID(), "quantity", 1))
                .limit(101)
                .toList();
    }
}
