package io.cloudshop.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what: every path and verb there is, once for each kind of caller. */
@QuarkusTest
class AuthorisationTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Customer bob = Customer.isNew();

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private enum For {
        /** Acts on what belongs to the caller, whoever they are. */
        EVERYBODY,
        /** Acts on one order, which does not exist for anybody but its owner. */
        OWNER,
        ADMIN
    }

    private record Operation(String verb, String path, For whom) {}

    static Stream<Operation> operations() {
        return Stream.of(
                new Operation("GET", "/api/v1/cart", For.EVERYBODY),
                new Operation("DELETE", "/api/v1/cart", For.EVERYBODY),
                new Operation("PUT", "/api/v1/cart/items/{productId}", For.EVERYBODY),
                new Operation("DELETE", "/api/v1/cart/items/{productId}", For.EVERYBODY),
                new Operation("GET", "/api/v1/orders", For.EVERYBODY),
                new Operation("POST", "/api/v1/orders", For.EVERYBODY),
                new Operation("GET", "/api/v1/orders/{id}", For.OWNER),
                new Operation("POST", "/api/v1/orders/{id}/cancel", For.OWNER),
                new Operation("GET", "/api/v1/orders/{id}/events", For.OWNER),
                new Operation("GET", "/api/v1/orders/{id}/history", For.OWNER),
                new Operation("GET", "/api/v1/admin/orders", For.ADMIN),
                new Operation("GET", "/api/v1/admin/orders/sales", For.ADMIN),
                new Operation("GET", "/api/v1/admin/orders/{id}", For.ADMIN),
                new Operation("GET", "/api/v1/admin/orders/{id}/history", For.ADMIN),
                new Operation("POST", "/api/v1/admin/orders/{id}/ship", For.ADMIN),
                new Operation("POST", "/api/v1/admin/orders/{id}/deliver", For.ADMIN),
                new Operation("GET", "/api/v1/admin/reconciliation", For.ADMIN),
                new Operation("GET", "/api/v1/admin/outbox/dead-letters", For.ADMIN),
                new Operation("POST", "/api/v1/admin/outbox/dead-letters/{id}/replay", For.ADMIN),
                new Operation("DELETE", "/api/v1/admin/outbox/dead-letters/{id}", For.ADMIN));
    }

    static Stream<Operation> ownersOperations() {
        return operations().filter(operation -> operation.whom() == For.OWNER);
    }

    static Stream<Operation> adminsOperations() {
        return operations().filter(operation -> operation.whom() == For.ADMIN);
    }

    static Stream<Operation> everybodysOperations() {
        return operations().filter(operation -> operation.whom() == For.EVERYBODY);
    }

    @Test
    void no_operation_is_forgotten_here() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get(management.resolve("/openapi"))
                        .asString());
        List<String> documented = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> documented.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(operations().map(operation -> operation.verb() + " " + operation.path()))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_a_token_nothing_works(Operation operation) {
        Response answer = call(given(), operation, givenOrderOf(alice));

        thenProblem(answer, 401, "unauthorized");
        answer.then().header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_service_account_has_no_business_here(Operation operation) {
        thenProblem(call(bearer(TestTokens.service()), operation, givenOrderOf(alice)), 403, "forbidden");
    }

    @ParameterizedTest
    @MethodSource("adminsOperations")
    void what_is_for_admins_is_forbidden_to_customers(Operation operation) {
        UUID order = givenOrderOf(alice);

        thenProblem(call(as(alice), operation, order), 403, "forbidden");

        thenOrderIs(alice, order, "CONFIRMED");
    }

    @ParameterizedTest
    @MethodSource("ownersOperations")
    void an_order_of_somebody_else_does_not_exist(Operation operation) {
        UUID order = givenOrderOf(alice);

        thenProblem(call(as(bob), operation, order), 404, "not-found");
        thenProblem(call(as(Customer.admin()), operation, order), 404, "not-found");

        thenOrderIs(alice, order, "CONFIRMED");
    }

    @ParameterizedTest
    @MethodSource("ownersOperations")
    void an_order_of_somebody_else_and_one_that_nobody_has_look_the_same(Operation operation) {
        UUID order = givenOrderOf(alice);
        UUID nobodys = UUID.randomUUID();

        String others = call(as(bob), operation, order).asString();
        String none = call(as(bob), operation, nobodys).asString();

        assertThat(others.replace(order.toString(), "")).isEqualTo(none.replace(nobodys.toString(), ""));
    }

    @ParameterizedTest
    @MethodSource("everybodysOperations")
    void what_is_for_everybody_touches_nobody_elses(Operation operation) {
        givenOrderOf(alice);
        givenInCart(alice, givenProduct("lamp", "19.90", 7), 2);
        String cart = as(alice).get(CART).asString();
        String orders = as(alice).get(ORDERS).asString();

        Response answer = call(as(bob), operation, UUID.randomUUID());

        assertThat(answer.statusCode()).isNotIn(401, 403);
        assertThat(answer.asString()).doesNotContain(alice.id().toString());
        assertThat(as(alice).get(CART).asString()).isEqualTo(cart);
        assertThat(as(alice).get(ORDERS).asString()).isEqualTo(orders);
    }

    private static UUID givenOrderOf(Customer customer) {
        return givenOrder(customer, Basket.of(givenProduct("lamp", "19.90", 7), 1));
    }

    private static Response call(RequestSpecification caller, Operation operation, UUID order) {
        String path = operation
                .path()
                .replace("dead-letters/{id}", "dead-letters/1")
                .replace("{id}", order.toString())
                .replace("{productId}", UUID.randomUUID().toString());
        RequestSpecification request = caller.header("Idempotency-Key", newKey());
        if (operation.path().endsWith("/events")) {
            request.accept("text/event-stream");
        }
        if (operation.verb().equals("PUT")) {
            request.contentType(ContentType.JSON).body("{\"quantity\": 1}");
        }
        if (operation.path().equals(ORDERS) && operation.verb().equals("POST")) {
            Basket basket = Basket.of(givenProduct("chair", "100.00", 7), 1);
            request.contentType(ContentType.JSON).body(basket.body());
        }
        return request.request(operation.verb(), path);
    }
}
