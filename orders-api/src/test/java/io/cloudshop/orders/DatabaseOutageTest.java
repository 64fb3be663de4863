package io.cloudshop.orders;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

/** The database goes away and comes back. */
@QuarkusTest
class DatabaseOutageTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 7);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void without_its_database_the_service_answers_503_stays_alive_and_recovers() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        givenInCart(alice, lamp, 2);
        String key = newKey();

        databaseRefuses();

        thenUnavailable(as(alice).get(ORDERS));
        thenUnavailable(as(alice).get(ORDERS + "/" + order));
        thenUnavailable(whenCheckingOut(alice, key, Basket.of(lamp, 1)));
        thenUnavailable(as(alice).post(ORDERS + "/" + order + "/cancel"));
        as(alice).get(CART).then().statusCode(200).body("items.size()", equalTo(1));
        RestAssured.get(management.resolve("/health/live")).then().statusCode(200);
        RestAssured.get(management.resolve("/health/ready"))
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"));

        databaseAccepts();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(alice).get(ORDERS).then().statusCode(200));
        whenCheckingOut(alice, key, Basket.of(lamp, 1)).then().statusCode(201);
        RestAssured.get(management.resolve("/health/ready")).then().statusCode(200);
    }

    @AfterEach
    void databaseAccepts() {
        asSuperuser("alter role orders connection limit -1");
    }

    private void databaseRefuses() {
        asSuperuser("alter role orders connection limit 0");
        asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'orders'");
        // For longer than a connection may be idle without being tried: the next tests find none broken.
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
    }

    private static void thenUnavailable(Response answer) {
        thenProblem(answer, 503, "unavailable");
        answer.then().header("Retry-After", notNullValue());
    }

    private void asSuperuser(String sql) {
        Properties login = new Properties();
        login.setProperty("user", "cloudshop");
        login.setProperty("password", "test");
        try (Connection connection = new Driver().connect(url, login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
