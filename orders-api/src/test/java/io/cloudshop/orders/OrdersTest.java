package io.cloudshop.orders;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.apache.http.params.CoreConnectionPNames.SO_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cloudshop.orders.checkout.RecoveryJob;
import io.cloudshop.orders.fault.Crashes;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.FakeCatalogue;
import io.cloudshop.orders.testing.FakeProductsApi;
import io.cloudshop.orders.testing.OwnContract;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.stores.testing.PostgresTestResource;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The scenario verbs that the tests of this service share; they speak HTTP as a client does. */
@QuarkusTestResource(value = PostgresTestResource.class, initArgs = @ResourceArg(name = "database", value = "orders"))
@QuarkusTestResource(TestTokens.class)
@QuarkusTestResource(Peers.class)
public abstract class OrdersTest {

    protected static final String ORDERS = "/api/v1/orders";
    protected static final String CART = "/api/v1/cart";
    protected static final FakeCatalogue CATALOGUE = Peers.CATALOGUE;

    private static final OwnContract OWN_CONTRACT = new OwnContract();
    /** An event stream that should have been refused says something every 15 s. */
    private static final int LONGEST_SILENCE = 14_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PROBLEMS = "https://cloudshop.example/problems/";

    @Inject
    protected Database database;

    @Inject
    protected Crashes crashes;

    @Inject
    protected RecoveryJob recovery;

    @Inject
    protected CircuitBreakerMaintenance circuits;

    @BeforeAll
    static void everyAnswerComesInTimeAndKeepsToOurContract() {
        RestAssured.replaceFiltersWith(OWN_CONTRACT);
        RestAssured.config = RestAssured.config().httpClient(httpClientConfig().setParam(SO_TIMEOUT, LONGEST_SILENCE));
    }

    @BeforeEach
    void everythingIsWell() {
        crashes.forget();
        productsApi().recover();
        Peers.productsLine().mend();
        Peers.redisLine().mend();
        circuits.resetAll();
    }

    /** No test leaves work to the next one, and no exchange with a peer may breach its contract. */
    @AfterEach
    void nothingIsLeftToDo() {
        everythingIsWell();
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> {
            database.execute(
                    "UPDATE orders SET next_attempt_at = now() WHERE step <> 'DONE' AND next_attempt_at > now()");
            recovery.finishDueOrders();
            return database.number("SELECT count(*) FROM orders WHERE step <> 'DONE'") == 0;
        });
        assertThat(productsApi().breaches())
                .as("breaches of the peers' contracts")
                .isEmpty();
    }

    protected static FakeProductsApi productsApi() {
        return Peers.productsApi();
    }

    protected static Product givenProduct(String name, String price, int stock) {
        return CATALOGUE.add(name, price, stock);
    }

    protected static void givenInCart(Customer customer, Product product, int quantity) {
        whenPutting(customer, product, quantity).then().statusCode(200);
    }

    /** A confirmed order's id. */
    protected static UUID givenOrder(Customer customer, Basket basket) {
        return idOf(whenCheckingOut(customer, basket)
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    protected static Response whenPutting(Customer customer, Product product, int quantity) {
        return as(customer)
                .contentType(ContentType.JSON)
                .body("{\"quantity\": " + quantity + "}")
                .put(CART + "/items/" + product.id());
    }

    /** With a key of its own. */
    protected static Response whenCheckingOut(Customer customer, Basket basket) {
        return whenCheckingOut(customer, newKey(), basket);
    }

    protected static Response whenCheckingOut(Customer customer, String key, Basket basket) {
        return whenPosting(customer, key, basket.body());
    }

    protected static Response whenPosting(Customer customer, String key, Object body) {
        return as(customer)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(ORDERS);
    }

    /** The recovery job comes round, and nobody's lease stands in its way. */
    protected void whenTheOrderFallsDue(UUID orderId) {
        database.execute("UPDATE orders SET next_attempt_at = now() WHERE id = ?", orderId);
        recovery.finishDueOrders();
    }

    protected static List<Response> inParallel(int times, Callable<Response> call) {
        return inParallel(Collections.nCopies(times, call));
    }

    /** The answers in the order of the calls. */
    protected static List<Response> inParallel(List<Callable<Response>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static void thenOrderIs(Customer customer, UUID orderId, String status) {
        as(customer).get(ORDERS + "/" + orderId).then().statusCode(200).body("status", equalTo(status));
    }

    protected static void thenOrderBecomes(Customer customer, UUID orderId, String status) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).untilAsserted(() -> thenOrderIs(customer, orderId, status));
    }

    /** The whole saga is over, undoing included. */
    protected void thenNothingIsLeftToDoFor(UUID orderId) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).untilAsserted(() -> assertThat(stepOf(orderId))
                .isEqualTo("DONE"));
    }

    /** The customer's only order was rejected for good, and nothing is left to do for it. */
    protected void thenRejected(Customer customer, String reason, String payment) {
        UUID order = onlyOrderOf(customer);
        thenNothingIsLeftToDoFor(order);
        as(customer)
                .get(ORDERS + "/" + order)
                .then()
                .body("status", equalTo("REJECTED"))
                .body("rejectionReason", equalTo(reason));
        assertThat(paymentOf(order)).isEqualTo(payment);
        assertThat(historyOf(order)).containsExactly("PENDING", "REJECTED");
        assertThat(database.text("SELECT reason FROM order_audit WHERE order_id = ? AND to_status = 'REJECTED'", order))
                .isEqualTo(reason);
    }

    protected static void thenProblem(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .body("type", equalTo(PROBLEMS + slug))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("instance", notNullValue());
        assertThat(answer.asString())
                .doesNotContainPattern("(java|javax|jakarta|com|org|io)\\.[a-z]+\\.")
                .doesNotContain("Exception")
                .doesNotContainIgnoringCase("select ");
    }

    protected String stepOf(UUID orderId) {
        return database.text("SELECT step FROM orders WHERE id = ?", orderId);
    }

    /** AUTHORIZED, CAPTURED, REFUNDED, VOIDED or DECLINED; null where the provider never heard of the order. */
    protected String paymentOf(UUID orderId) {
        return database.text("SELECT state FROM sandbox_provider.payment WHERE order_id = ?", orderId);
    }

    /** Every status the order was ever moved to, first to last. */
    protected List<String> historyOf(UUID orderId) {
        return database.texts("SELECT to_status FROM order_audit WHERE order_id = ? ORDER BY id", orderId);
    }

    protected UUID onlyOrderOf(Customer customer) {
        List<String> ids = database.texts("SELECT id::text FROM orders WHERE user_id = ?", customer.id());
        assertThat(ids).hasSize(1);
        return UUID.fromString(ids.getFirst());
    }

    protected static UUID idOf(Response order) {
        return UUID.fromString(order.path("id"));
    }

    protected static String newKey() {
        return UUID.randomUUID().toString();
    }

    protected static RequestSpecification as(Customer customer) {
        return bearer(customer.token());
    }

    protected static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
