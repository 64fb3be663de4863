package io.cloudshop.products.testing;

import static io.restassured.RestAssured.given;

import io.cloudshop.defaults.Ids;
import io.cloudshop.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its callers see it. */
public final class Api {

    private Api() {}

    public static RequestSpecification asAnyone() {
        return given().contentType(ContentType.JSON);
    }

    public static RequestSpecification asCustomer() {
        return asAnyone().auth().oauth2(TestTokens.customer(Ids.next()));
    }

    public static RequestSpecification asAdmin() {
        return asAnyone().auth().oauth2(TestTokens.admin());
    }

    public static RequestSpecification asService() {
        return asAnyone().auth().oauth2(TestTokens.service());
    }

    public static Response product(UUID id) {
        return asAnyone().get("/api/v1/products/{id}", id);
    }

    public static String tagOf(UUID id) {
        return product(id).header("ETag");
    }

    public static int stockOf(UUID id) {
        return product(id).path("stock");
    }

    /** On hand, held, available and sold, of a product that may be deleted by now only if it is not. */
    public static StockLevels levelsOf(UUID id) {
        Response levels = asAdmin().get("/api/v1/products/{id}/stock", id);
        return new StockLevels(
                levels.path("onHand"), levels.path("held"), levels.path("available"), levels.path("sold"));
    }

    public static Response adjustStock(UUID id, long delta) {
        return asAdmin()
                .body(Map.of("delta", delta, "reason", "counted"))
                .post("/api/v1/products/{id}/stock-adjustments", id);
    }

    public static Response reserve(UUID orderId, Object... productsAndQuantities) {
        return asService()
                .body(Map.of("orderId", orderId, "lines", lines(productsAndQuantities)))
                .post("/api/v1/reservations");
    }

    public static Response confirm(UUID orderId) {
        return asService().post("/api/v1/reservations/{id}/confirm", orderId);
    }

    public static Response release(UUID orderId) {
        return asService().delete("/api/v1/reservations/{id}", orderId);
    }

    private static List<Map<String, Object>> lines(Object... productsAndQuantities) {
        return java.util.stream.IntStream.range(0, productsAndQuantities.length / 2)
                .mapToObj(i ->
                        Map.of("productId", productsAndQuantities[2 * i], "quantity", productsAndQuantities[2 * i + 1]))
                .toList();
    }

    /** A product's stock as administrators see it. */
    public record StockLevels(int onHand, int held, int available, int sold) {}
}
