package io.cloudshop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cloudshop.testing.LogRecords;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

/** The database goes away and comes back. */
@QuarkusTest
class OutageTest extends AuthTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void without_its_database_the_service_answers_503_stays_alive_and_recovers() {
        String token = givenSignedInCustomer();

        databaseRefuses();

        login(newEmail(), PASSWORD)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/unavailable"));
        register(newEmail()).then().statusCode(503);
        bearer(token).get("/api/v1/auth/me").then().statusCode(503);
        RestAssured.get(management.resolve("/health/live")).then().statusCode(200);
        RestAssured.get(management.resolve("/health/ready"))
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"));

        databaseAccepts();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> bearer(token).get("/api/v1/auth/me").then().statusCode(200));
        RestAssured.get(management.resolve("/health/ready")).then().statusCode(200);
    }

    @Test
    void an_outage_is_a_warning_of_one_line_a_request_without_a_stack_trace() {
        databaseRefuses();

        try (LogRecords log = LogRecords.watch()) {
            login(newEmail(), PASSWORD).then().statusCode(503);

            assertThat(log.all())
                    .filteredOn(line -> line.getMessage().contains("503"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.getLevel().getName()).isEqualTo("WARN");
                        assertThat(line.getThrown()).isNull();
                        assertThat(line.getMessage())
                                .contains("/api/v1/auth/login")
                                .doesNotContain("\n");
                    });
        }
    }

    @Test
    void connections_that_the_database_closed_cost_no_request() throws Exception {
        String token = givenSignedInCustomer();
        meAtOnce(token);
        closeConnections();

        assertThat(meAtOnce(token)).containsOnly(200);
    }

    /** The answers to twenty requests at once, which need as many connections. */
    private List<Integer> meAtOnce(String token) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests = Collections.nCopies(
                    20, () -> bearer(token).get("/api/v1/auth/me").statusCode());
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    @AfterEach
    void databaseAccepts() {
        asSuperuser("alter role auth connection limit -1");
    }

    private void databaseRefuses() {
        asSuperuser("alter role auth connection limit 0");
        closeConnections();
    }

    /** Ends when each of them has been idle for longer than one may be without being tried: the next tests find none broken. */
    private void closeConnections() {
        asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'auth'");
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
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
